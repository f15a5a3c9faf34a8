package org.isogloss.analysis.bias;

import java.util.Arrays;

/**
 * The test of Kruskal and Wallis (1952) of whether groups of values have equal expected ranks,
 * corrected for ties: H = (n − 1) · (sum of squares between groups) / (sum of squares), of the
 * values' mid-ranks.
 *
 * <p>Values may count several times. Letters: n values counted so.
 *
 * @param h the statistic; NaN if all values are equal
 * @param groups how many groups have values
 * @param count n
 */
record KruskalWallis(double h, int groups, double count) {
    /**
     * Tests values.
     *
     * @param values the values, ascending
     * @param groups the group of each, from 0
     * @param weights how often each counts
     * @param most how many groups there may be
     */
    static KruskalWallis of(double[] values, int[] groups, double[] weights, int most) {
        double[] sums = new double[most];
        double[] counts = new double[most];
        double squares = 0;
        double before = 0;
        int from = 0;
        while (from < values.length) {
            double tied = 0;
            int to = from;
            while (to < values.length && values[to] == values[from]) {
                tied += weights[to++];
            }
            double rank = before + (tied + 1) / 2;
            for (int i = from; i < to; i++) {
                sums[groups[i]] += weights[i] * rank;
                counts[groups[i]] += weights[i];
            }
            squares += tied * rank * rank;
            before += tied;
            from = to;
        }
        double middle = (before + 1) / 2;
        double between = 0;
        int found = 0;
        for (int g = 0; g < most; g++) {
            if (counts[g] > 0) {
                double distance = sums[g] / counts[g] - middle;
                between += counts[g] * distance * distance;
                found++;
            }
        }
        double all = squares - before * middle * middle;
        return new KruskalWallis((before - 1) * between / all, found, before);
    }

    /** As {@link #of(double[], int[], double[], int)}, of few values in any order. */
    static KruskalWallis ofUnsorted(int[] values, int[] groups, int most) {
        long[] pairs = new long[values.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) values[i] << Integer.SIZE | groups[i];
        }
        Arrays.sort(pairs);
        double[] sorted = new double[pairs.length];
        int[] group = new int[pairs.length];
        double[] once = new double[pairs.length];
        Arrays.fill(once, 1);
        for (int i = 0; i < pairs.length; i++) {
            sorted[i] = pairs[i] >> Integer.SIZE;
            group[i] = (int) pairs[i];
        }
        return of(sorted, group, once, most);
    }

    /** How probable so great an H is if no group's ranks are greater; 1 if all values are equal. */
    double probability() {
        return Double.isNaN(h) ? 1 : new ChiSquare(groups - 1).survival(h);
    }
}
