package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.isogloss.base.BadInputException;
import org.isogloss.batch.PairWeights;

/**
 * How batches are filled, whatever the strategy.
 *
 * @param size questions per batch
 * @param datasetTemperature data sets are drawn with probability proportional to size^(1/T)
 * @param languagesBySize true to draw languages by their number of items instead of uniformly
 * @param pairs how many times as often pairs of languages come; every pair alike if none is named
 */
public record Batches(
        int size,
        double datasetTemperature,
        boolean languagesBySize,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoPairs.class)
                PairWeights pairs) {
    /** Left out of JSON, so that specs without weights read as they always did. */
    static final class NoPairs {
        @Override
        public boolean equals(Object pairs) {
            return PairWeights.NONE.equals(pairs);
        }

        @Override
        public int hashCode() {
            return PairWeights.NONE.hashCode();
        }
    }

    public Batches {
        pairs = pairs == null ? PairWeights.NONE : pairs;
        if (size < 2) {
            throw new BadInputException(
                    "batch size " + size + " leaves no other passage to tell apart; use 2 or more");
        }
        if (!(datasetTemperature > 0)) {
            throw new BadInputException(
                    "dataset temperature " + datasetTemperature + " must be above 0");
        }
    }

    /** Batches in which every pair of languages is alike. */
    public Batches(int size, double datasetTemperature, boolean languagesBySize) {
        this(size, datasetTemperature, languagesBySize, PairWeights.NONE);
    }
}
