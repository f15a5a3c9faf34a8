package org.isogloss.batch;

import java.util.SplittableRandom;

/** Draws one of several things, each in proportion to its weight. */
final class Chances {
    private final double[] upTo;

    /** Weights are not negative, and one is positive. */
    Chances(double[] weights) {
        upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
    }

    /** The index of the thing drawn. */
    int draw(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return i;
    }
}
