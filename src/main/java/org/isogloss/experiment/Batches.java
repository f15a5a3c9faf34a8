package org.isogloss.experiment;

import org.isogloss.base.BadInputException;

/**
 * How batches are filled, whatever the strategy.
 *
 * @param size questions per batch
 * @param datasetTemperature data sets are drawn with probability proportional to size^(1/T)
 * @param languagesBySize true to draw languages by their number of items instead of uniformly
 */
public record Batches(int size, double datasetTemperature, boolean languagesBySize) {
    public Batches {
        if (size < 2) {
            throw new BadInputException(
                    "batch size " + size + " leaves no other passage to tell apart; use 2 or more");
        }
        if (!(datasetTemperature > 0)) {
            throw new BadInputException(
                    "dataset temperature " + datasetTemperature + " must be above 0");
        }
    }
}
