package org.isogloss.figure;

/** The median of numbers; of an even count half of the middle two together. */
public final class Median {
    private Median() {}

    /** The median of sorted numbers, at least one. */
    public static double of(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
