package org.isogloss.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval, BCa (B. Efron, Better bootstrap confidence
 * intervals, JASA 82, 1987; Efron and Tibshirani, An Introduction to the Bootstrap, 1993, §14.3).
 *
 * <p>Quantiles are interpolated linearly between the sorted resamples (Hyndman and Fan's type 7),
 * as NumPy and SciPy do.
 */
final class BiasCorrected {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BiasCorrected() {}

    /**
     * The interval of an estimate.
     *
     * @param resamples the estimate in every resample, in any order; NaN ones are left out
     * @param leftOut the estimate without each of the clusters in turn
     */
    static Interval of(double estimate, double[] resamples, double[] leftOut, double level) {
        double[] sorted = Arrays.stream(resamples).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (sorted.length == 0 || Double.isNaN(estimate)) {
            return new Interval(estimate, Double.NaN, Double.NaN, level);
        }
        double below = Arrays.stream(sorted).filter(x -> x < estimate).count();
        double equal = Arrays.stream(sorted).filter(x -> x == estimate).count();
        // Half a resample at least on either side keeps the normal quantile finite.
        double half = 0.5 / sorted.length;
        double share = Math.min(1 - half, Math.max(half, (below + equal / 2) / sorted.length));
        double bias = NORMAL.inverseCumulativeProbability(share);
        double acceleration = acceleration(leftOut);
        double tail = (1 - level) / 2;
        return new Interval(
                estimate,
                quantile(sorted, corrected(tail, bias, acceleration)),
                quantile(sorted, corrected(1 - tail, bias, acceleration)),
                level);
    }

    /** A sixth of the skewness of the jackknife's values; 0 if they do not differ. */
    private static double acceleration(double[] leftOut) {
        double mean = Arrays.stream(leftOut).average().orElse(0);
        double squares = Arrays.stream(leftOut).map(x -> Math.pow(mean - x, 2)).sum();
        double cubes = Arrays.stream(leftOut).map(x -> Math.pow(mean - x, 3)).sum();
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    private static double corrected(double share, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(share);
        double shrunk = 1 - acceleration * z;
        // Beyond the pole of extreme skewness the end of the distribution is all that is left.
        return shrunk > 0 ? NORMAL.cumulativeProbability(bias + z / shrunk) : z > 0 ? 1 : 0;
    }

    /** The value below which a share of sorted numbers lies. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
