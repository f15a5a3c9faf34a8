package org.isogloss.analysis.stats;

import java.util.List;
import org.isogloss.base.BadInputException;

/**
 * The runs of one strategy and one size of model, of one or more seeds.
 *
 * @param strategy what their batches contained
 * @param backbone what they started from
 * @param size its parameters, above 0
 * @param runs their scores
 */
public record SizedRuns(String strategy, String backbone, double size, List<RunScores> runs) {
    public SizedRuns {
        runs = List.copyOf(runs);
        if (!(size > 0) || runs.isEmpty()) {
            throw new BadInputException(
                    "a size needs parameters above 0 and at least one run, but %s from %s has %s and %d"
                            .formatted(strategy, backbone, size, runs.size()));
        }
    }

    double logSize() {
        return Math.log10(size);
    }
}
