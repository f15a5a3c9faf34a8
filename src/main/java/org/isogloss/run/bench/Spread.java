package org.isogloss.run.bench;

import java.util.Arrays;

/**
 * What several windows of one measurement gave.
 *
 * @param median the middle one; of an even number the mean of the middle two
 * @param least the least
 * @param most the greatest
 */
public record Spread(double median, double least, double most) {
    /** The spread of one or more values. */
    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
