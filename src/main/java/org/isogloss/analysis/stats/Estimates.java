package org.isogloss.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The quantities of two sides and of their difference, with what is known of their variation.
 *
 * <p>With one seed a side, intervals are BCa. With several, the bootstrap gives the standard error
 * and Student's t the width, because two or three seeds say too little of the tails (Efron and
 * Tibshirani 1993, §12.4).
 */
final class Estimates {
    private final AlignedRuns runs;
    private final Contrast contrast;
    private final double level;
    private final double[][] values; // [R][O]
    private final double[][][] resamples; // [3][O][B]
    private final double[][][] leftOut; // [3][O][K]
    private final double[][][] influence = new double[Contrast.COUNT][][]; // [3][K][O]

    Estimates(AlignedRuns runs, Contrast contrast, TestSettings settings) {
        this.runs = runs;
        this.contrast = contrast;
        this.level = settings.level();
        values = new double[runs.runs()][runs.quantities()];
        runs.all().values(values);
        resamples = new Bootstrap(settings.resamples(), settings.seed()).of(runs, contrast);
        leftOut = leftOut();
        for (int c = 0; c < Contrast.COUNT; c++) {
            influence[c] = runs.shares(contrast.weights(c, contrast.equal()), true);
        }
    }

    private double[][][] leftOut() {
        double[][][] left = new double[Contrast.COUNT][runs.quantities()][runs.clusters()];
        double[][] without = new double[runs.runs()][runs.quantities()];
        double[] inSide = contrast.equal();
        AlignedRuns.Totals totals = runs.all();
        for (int k = 0; k < runs.clusters(); k++) {
            totals.add(k, -1);
            totals.values(without);
            totals.add(k, 1);
            for (int o = 0; o < runs.quantities(); o++) {
                double[] three = contrast.of(without, o, inSide);
                for (int c = 0; c < Contrast.COUNT; c++) {
                    left[c][o][k] = three[c];
                }
            }
        }
        return left;
    }

    double estimate(int which, int quantity) {
        return contrast.of(values, quantity, contrast.equal())[which];
    }

    Interval interval(int which, int quantity) {
        double estimate = estimate(which, quantity);
        if (runs.clusters(quantity) < 2) {
            return new Interval(estimate, Double.NaN, Double.NaN, level);
        }
        if (!contrast.seeds(which)) {
            return BiasCorrected.of(
                    estimate, resamples[which][quantity], leftOut[which][quantity], level);
        }
        double wide =
                standardError(which, quantity)
                        * TDistribution.of(variance(which, quantity).degrees())
                                .inverseCumulativeProbability((1 + level) / 2);
        return new Interval(estimate, estimate - wide, estimate + wide, level);
    }

    /** A side's quantity with those of its runs. */
    SideValue side(int which, int quantity) {
        int from = which == Contrast.A ? 0 : contrast.plus();
        int to = which == Contrast.A ? contrast.plus() : contrast.runs();
        double[] each = new double[to - from];
        for (int r = from; r < to; r++) {
            each[r - from] = values[r][quantity];
        }
        return new SideValue(
                interval(which, quantity), Arrays.stream(each).boxed().toList(), deviation(each));
    }

    /** The standard deviation over the resamples. */
    double standardError(int which, int quantity) {
        return deviation(resamples[which][quantity]);
    }

    Variance variance(int which, int quantity) {
        int clusters = runs.clusters(quantity);
        double squares = 0;
        for (double[] row : influence[which]) {
            squares += row[quantity] * row[quantity];
        }
        int seedsA = which == Contrast.B ? 0 : contrast.plus();
        int seedsB = which == Contrast.A ? 0 : contrast.runs() - contrast.plus();
        return new Variance(
                squares * clusters / (clusters - 1),
                clusters - 1,
                ofMean(quantity, 0, seedsA),
                seedsA - 1,
                ofMean(quantity, contrast.plus(), seedsB),
                seedsB - 1);
    }

    /** The variance of the mean of some seeds, 0 if there is only one. */
    private double ofMean(int quantity, int from, int seeds) {
        if (seeds < 2) {
            return 0;
        }
        double[] some = new double[seeds];
        for (int s = 0; s < seeds; s++) {
            some[s] = values[from + s][quantity];
        }
        double deviation = deviation(some);
        return deviation * deviation / seeds;
    }

    private static double deviation(double[] numbers) {
        double[] known = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (known.length - 1));
    }
}
