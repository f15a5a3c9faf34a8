package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Holm's correction of the p values of several tests made at once.
 *
 * <p>The chance that any true null hypothesis is rejected stays within the level, however the tests
 * depend on each other (S. Holm, A simple sequentially rejective multiple test procedure,
 * Scandinavian Journal of Statistics 6, 1979, 65-70).
 */
public final class Holm {
    private Holm() {}

    /**
     * The corrected p values, in the order given: the i-th smallest of m, counted from 0, times m −
     * i, at least as large as those before it and at most 1. A test that could not be made, NaN,
     * does not count.
     */
    public static double[] adjusted(double[] p) {
        int[] order =
                IntStream.range(0, p.length)
                        .filter(i -> !Double.isNaN(p[i]))
                        .boxed()
                        .sorted((i, j) -> Double.compare(p[i], p[j]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
