package org.isogloss.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How much the numbers of one setting vary with the seed.
 *
 * @param seeds how many seeds were run
 * @param mean the mean of each number over the seeds
 * @param deviation the sample standard deviation of each number (divisor seeds − 1); NaN for one
 *     seed
 */
public record SeedSpread(int seeds, Macro mean, Macro deviation) {

    /**
     * Sums up the same setting run with several seeds.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static SeedSpread of(List<Macro> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no runs to take the spread of");
        }
        return new SeedSpread(
                runs.size(), each(runs, SeedSpread::mean), each(runs, SeedSpread::deviation));
    }

    private static double mean(double[] numbers) {
        return DoubleStream.of(numbers).sum() / numbers.length;
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        double squares = DoubleStream.of(numbers).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (numbers.length - 1));
    }

    private static Macro each(List<Macro> runs, ToDoubleFunction<double[]> summary) {
        return new Macro(
                summary.applyAsDouble(numbers(runs, Macro::monolingualMap)),
                summary.applyAsDouble(numbers(runs, Macro::crossLingualMap)),
                summary.applyAsDouble(numbers(runs, Macro::multilingualMap)),
                summary.applyAsDouble(numbers(runs, Macro::monolingualRecall1)),
                summary.applyAsDouble(numbers(runs, Macro::crossLingualRecall1)),
                summary.applyAsDouble(numbers(runs, Macro::multilingualRecall10)),
                summary.applyAsDouble(numbers(runs, Macro::rankDistance)),
                summary.applyAsDouble(numbers(runs, Macro::ownLanguageTop1)));
    }

    private static double[] numbers(List<Macro> runs, ToDoubleFunction<Macro> number) {
        return runs.stream().mapToDouble(number).toArray();
    }
}
