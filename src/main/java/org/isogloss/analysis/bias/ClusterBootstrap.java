package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Draws clusters of parallel questions with replacement, so that the translations of a question,
 * which are found or missed together, count as one observation.
 *
 * <p>Percentile intervals of 95% (Efron and Tibshirani 1993, chapter 13), percentiles interpolated
 * linearly as in NumPy. The same seed gives the same numbers on any machine. A draw of which a
 * number cannot be told is left out of that number's interval. Letters: C clusters.
 */
final class ClusterBootstrap {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final int clusters;
    private final long[] seeds;

    ClusterBootstrap(int clusters, BiasOptions options) {
        this.clusters = clusters;
        SplittableRandom random = new SplittableRandom(options.seed());
        seeds = LongStream.generate(random::nextLong).limit(options.resamples()).toArray();
    }

    /**
     * Numbers and their intervals.
     *
     * @param statistic from how often each cluster was drawn, [C], to some numbers; called from
     *     several threads
     */
    List<Estimate> estimates(Function<int[], double[]> statistic) {
        int[] once = new int[clusters];
        Arrays.fill(once, 1);
        double[] values = statistic.apply(once);
        double[][] drawn =
                IntStream.range(0, seeds.length)
                        .parallel()
                        .mapToObj(i -> statistic.apply(draw(seeds[i])))
                        .toArray(double[][]::new);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int at = i;
            double[] sorted =
                    Arrays.stream(drawn)
                            .mapToDouble(numbers -> numbers[at])
                            .filter(number -> !Double.isNaN(number))
                            .sorted()
                            .toArray();
            estimates.add(new Estimate(values[i], interval(sorted)));
        }
        return estimates;
    }

    private int[] draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] weights = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            weights[random.nextInt(clusters)]++;
        }
        return weights;
    }

    private static Interval interval(double[] sorted) {
        return sorted.length == 0
                ? Interval.NONE
                : new Interval(percentile(sorted, LOW), percentile(sorted, HIGH));
    }

    static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
