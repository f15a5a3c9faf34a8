package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Side A, side B, or A minus B, each side the mean of its runs (its seeds).
 *
 * @param plus how many runs, the first, are side A; side B has the others
 * @param runs how many runs there are
 */
record Contrast(int plus, int runs) {
    /** How many contrasts there are: A, B and their difference. */
    static final int COUNT = 3;

    static final int A = 0;
    static final int B = 1;
    static final int DIFFERENCE = 2;

    /** The weight of each run in the mean of its side. */
    double[] equal() {
        double[] weights = new double[runs];
        Arrays.fill(weights, 0, plus, 1.0 / plus);
        Arrays.fill(weights, plus, runs, 1.0 / (runs - plus));
        return weights;
    }

    /**
     * Weights under a draw of seeds: S − 1 of a side's S seeds with replacement, which makes the
     * variance of their mean unbiased even for two seeds (McCarthy and Snowden, The bootstrap and
     * finite population sampling, Vital and Health Statistics 2(95), 1985). A single seed is always
     * drawn.
     */
    double[] drawn(SplittableRandom random) {
        double[] weights = new double[runs];
        draw(0, plus, weights, random);
        draw(plus, runs - plus, weights, random);
        return weights;
    }

    private static void draw(int from, int seeds, double[] weights, SplittableRandom random) {
        int draws = Math.max(1, seeds - 1);
        for (int i = 0; i < draws && seeds > 0; i++) {
            weights[from + random.nextInt(seeds)] += 1.0 / draws;
        }
    }

    /** The weights of the runs in a contrast, given those in the mean of their side. */
    double[] weights(int contrast, double[] inSide) {
        double[] weights = inSide.clone();
        if (contrast == B) {
            Arrays.fill(weights, 0, plus, 0);
        } else {
            for (int r = plus; r < runs; r++) {
                weights[r] = contrast == A ? 0 : -weights[r];
            }
        }
        return weights;
    }

    /** The three contrasts of one quantity of the runs. */
    double[] of(double[][] values, int quantity, double[] inSide) {
        double a = 0;
        double b = 0;
        for (int r = 0; r < runs; r++) {
            if (r < plus) {
                a += inSide[r] * values[r][quantity];
            } else {
                b += inSide[r] * values[r][quantity];
            }
        }
        return new double[] {a, b, a - b};
    }

    /** True if a contrast has a side of several seeds. */
    boolean seeds(int contrast) {
        return (contrast != B && plus > 1) || (contrast != A && runs - plus > 1);
    }
}
