package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isogloss.base.BadInputException;

/**
 * What the size of the model does to a number, strategy by strategy, and to each strategy's lead
 * over a baseline: the interaction of strategy and log size.
 *
 * <p>Each strategy's means are fitted by least squares with a line over log₁₀ of the parameters, or
 * with a power law with a floor; a lead is the fit of a strategy less that of the baseline. A
 * resample draws question ids with all their translations, the same for all runs, and the seeds of
 * every strategy and size on their own; the law is fitted anew. Intervals are percentiles. They
 * count which questions were asked and which seeds were run, not that other sizes might follow
 * another law. p is twice the smaller share of resamples on either side of 0.
 *
 * @param quantity what was measured: {@code map multilingual}
 * @param law what was fitted
 * @param baseline whose lead the others are given over
 * @param strategies the number itself, in the order given
 * @param leads each other strategy less the baseline
 */
public record SizeTrends(
        String quantity,
        SizeLaw law,
        String baseline,
        List<SizeTrend> strategies,
        List<SizeTrend> leads) {
    /** Two sizes always lie on a line. */
    public static final int LEAST_SIZES = SizeLaw.LINE.leastSizes();

    public SizeTrends {
        strategies = List.copyOf(strategies);
        leads = List.copyOf(leads);
    }

    /**
     * Fits the trends.
     *
     * @param cells runs of every strategy at every size
     * @throws BadInputException if there are fewer sizes than the law takes, a strategy lacks one,
     *     the baseline is none of them, or runs did not answer the same questions
     */
    public static SizeTrends of(
            List<SizedRuns> cells,
            Quantity quantity,
            SizeLaw law,
            String baseline,
            TestSettings settings) {
        Map<String, List<SizedRuns>> byStrategy = new LinkedHashMap<>();
        cells.forEach(
                cell ->
                        byStrategy
                                .computeIfAbsent(cell.strategy(), unseen -> new ArrayList<>())
                                .add(cell));
        byStrategy.values().forEach(some -> some.sort(Comparator.comparing(SizedRuns::size)));
        check(byStrategy, law, baseline);
        List<SizedRuns> ordered = byStrategy.values().stream().flatMap(List::stream).toList();
        double[][] means = means(ordered, quantity, settings);
        return new SizeTrendFits(law, quantity, baseline, settings.level()).of(byStrategy, means);
    }

    private static void check(
            Map<String, List<SizedRuns>> byStrategy, SizeLaw law, String baseline) {
        if (!byStrategy.containsKey(baseline)) {
            throw new BadInputException(
                    "'%s' is none of the strategies scored at several sizes; name one of %s"
                            .formatted(baseline, byStrategy.keySet()));
        }
        double[] sizes = sizes(byStrategy.get(baseline));
        long different = Arrays.stream(sizes).distinct().count();
        if (different < law.leastSizes()) {
            throw new BadInputException(
                    "a %s needs models of at least %d sizes, and there are %d; add backbones of other sizes to the study%s"
                            .formatted(
                                    law == SizeLaw.LINE ? "line" : "power law with a floor",
                                    law.leastSizes(),
                                    different,
                                    different >= LEAST_SIZES ? " or fit a line" : ""));
        }
        byStrategy.forEach(
                (strategy, cells) -> {
                    if (!Arrays.equals(sizes(cells), sizes)) {
                        throw new BadInputException(
                                "%s was not scored at the same sizes as %s; finish the study's runs"
                                        .formatted(strategy, baseline));
                    }
                });
    }

    private static double[] sizes(List<SizedRuns> cells) {
        return cells.stream().mapToDouble(SizedRuns::size).toArray();
    }

    /**
     * The mean of every cell's runs: row 0 as they are, then in every resample, {@code [1+B][C]}.
     */
    private static double[][] means(
            List<SizedRuns> cells, Quantity quantity, TestSettings settings) {
        List<RunScores> runs = cells.stream().flatMap(cell -> cell.runs().stream()).toList();
        AlignedRuns aligned = new AlignedRuns(runs, List.of(quantity));
        SplittableRandom random = new SplittableRandom(settings.seed());
        SplittableRandom seeds = random.split();
        double[][] means = new double[1 + settings.resamples()][cells.size()];
        double[][] values = new double[runs.size()][1];
        aligned.all().values(values);
        fill(means[0], cells, values, null);
        AlignedRuns.Totals totals = aligned.new Totals();
        for (int b = 1; b < means.length; b++) {
            totals.clear();
            int[] times = new int[aligned.clusters()];
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            for (int k = 0; k < times.length; k++) {
                if (times[k] > 0) {
                    totals.add(k, times[k]);
                }
            }
            totals.values(values);
            fill(means[b], cells, values, seeds);
        }
        return means;
    }

    /** Means over each cell's runs, or over as many drawn among them. */
    private static void fill(
            double[] into, List<SizedRuns> cells, double[][] values, SplittableRandom seeds) {
        int first = 0;
        for (int c = 0; c < into.length; c++) {
            int runs = cells.get(c).runs().size();
            double sum = 0;
            for (int r = 0; r < runs; r++) {
                sum += values[first + (seeds == null ? r : seeds.nextInt(runs))][0];
            }
            into[c] = sum / runs;
            first += runs;
        }
    }
}
