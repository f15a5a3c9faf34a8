package org.isogloss.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.isogloss.batch.BatchKind;

/**
 * The loss on held-out batches.
 *
 * @param step steps taken before it
 * @param losses the mean loss of the batches of each kind there are
 * @param best whether {@link #mean} is the least so far
 */
public record ValidationReport(int step, Map<BatchKind, Double> losses, boolean best) {
    public ValidationReport {
        losses = Collections.unmodifiableMap(new EnumMap<>(losses));
    }

    /** The mean over kinds, each counting alike: what early stopping watches. */
    public double mean() {
        return mean(losses);
    }

    static double mean(Map<BatchKind, Double> losses) {
        return losses.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
