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
 * <p>Each strategy's means are fitted by least squares with a line over log₁₀ of the parameters. A
 * resample draws question ids with all their translations, the same for all runs, and the seeds of
 * every strategy and size on their own; the line is fitted anew. Intervals are percentiles. They
 * count which questions were asked and which seeds were run, not that other sizes might not lie on
 * the line. p is twice the smaller share of resamples on either side of 0.
 *
 * @param quantity what was measured: {@code map multilingual}
 * @param baseline whose lead the others are given over
 * @param strategies the number itself, in the order given
 * @param leads each other strategy less the baseline
 */
public record SizeTrends(
        String quantity, String baseline, List<SizeTrend> strategies, List<SizeTrend> leads) {
    /** Two sizes always lie on a line. */
    public static final int LEAST_SIZES = 3;

    private static final int BAND = 25;

    public SizeTrends {
        strategies = List.copyOf(strategies);
        leads = List.copyOf(leads);
    }

    /**
     * Fits the trends.
     *
     * @param cells runs of every strategy at every size
     * @throws BadInputException if there are fewer than three sizes, a strategy lacks one, the
     *     baseline is none of them, or runs did not answer the same questions
     */
    public static SizeTrends of(
            List<SizedRuns> cells, Quantity quantity, String baseline, TestSettings settings) {
        Map<String, List<SizedRuns>> byStrategy = new LinkedHashMap<>();
        cells.forEach(
                cell ->
                        byStrategy
                                .computeIfAbsent(cell.strategy(), unseen -> new ArrayList<>())
                                .add(cell));
        byStrategy.values().forEach(some -> some.sort(Comparator.comparing(SizedRuns::size)));
        check(byStrategy, baseline);
        List<SizedRuns> ordered = byStrategy.values().stream().flatMap(List::stream).toList();
        double[][] means = means(ordered, quantity, settings);
        return fitted(byStrategy, means, quantity, baseline, settings.level());
    }

    private static void check(Map<String, List<SizedRuns>> byStrategy, String baseline) {
        if (!byStrategy.containsKey(baseline)) {
            throw new BadInputException(
                    "'%s' is none of the strategies scored at several sizes; name one of %s"
                            .formatted(baseline, byStrategy.keySet()));
        }
        double[] sizes = sizes(byStrategy.get(baseline));
        if (Arrays.stream(sizes).distinct().count() < LEAST_SIZES) {
            throw new BadInputException(
                    "a trend needs models of at least %d sizes, and there are %d; add backbones of other sizes to the study"
                            .formatted(LEAST_SIZES, Arrays.stream(sizes).distinct().count()));
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

    private static SizeTrends fitted(
            Map<String, List<SizedRuns>> byStrategy,
            double[][] means,
            Quantity quantity,
            String baseline,
            double level) {
        Map<String, Integer> begins = new LinkedHashMap<>();
        int first = 0;
        for (Map.Entry<String, List<SizedRuns>> one : byStrategy.entrySet()) {
            begins.put(one.getKey(), first);
            first += one.getValue().size();
        }
        int base = begins.get(baseline);
        List<SizeTrend> strategies = new ArrayList<>();
        List<SizeTrend> leads = new ArrayList<>();
        byStrategy.forEach(
                (strategy, cells) -> {
                    int begin = begins.get(strategy);
                    strategies.add(trend(strategy, cells, rows(means, begin, -1, cells), level));
                    if (begin != base) {
                        double[][] lead = rows(means, begin, base, cells);
                        leads.add(trend(strategy + " − " + baseline, cells, lead, level));
                    }
                });
        return new SizeTrends(quantity.toString(), baseline, strategies, leads);
    }

    /** A strategy's columns, less another's where one is given. */
    private static double[][] rows(double[][] means, int begin, int less, List<SizedRuns> cells) {
        double[][] rows = new double[means.length][cells.size()];
        for (int b = 0; b < means.length; b++) {
            for (int c = 0; c < rows[b].length; c++) {
                rows[b][c] = means[b][begin + c] - (less < 0 ? 0 : means[b][less + c]);
            }
        }
        return rows;
    }

    private static SizeTrend trend(
            String name, List<SizedRuns> cells, double[][] rows, double level) {
        double[] x = cells.stream().mapToDouble(SizedRuns::logSize).toArray();
        List<Line> lines = Arrays.stream(rows).map(y -> Line.through(x, y)).toList();
        List<SizeTrend.Point> points = new ArrayList<>();
        for (int c = 0; c < x.length; c++) {
            int cell = c;
            points.add(
                    new SizeTrend.Point(
                            cells.get(c).backbone(),
                            cells.get(c).size(),
                            cells.get(c).runs().size(),
                            interval(
                                    Arrays.stream(rows).mapToDouble(row -> row[cell]).toArray(),
                                    level)));
        }
        List<SizeTrend.Point> band = new ArrayList<>();
        for (int i = 0; i < BAND; i++) {
            double at = x[0] + (x[x.length - 1] - x[0]) * i / (BAND - 1);
            double[] heights = lines.stream().mapToDouble(line -> line.at(at)).toArray();
            band.add(new SizeTrend.Point("", Math.pow(10, at), 0, interval(heights, level)));
        }
        double[] slopes = lines.stream().mapToDouble(Line::slope).toArray();
        return new SizeTrend(
                name,
                points,
                interval(slopes, level),
                twoSided(slopes),
                lines.get(0).rSquared(x, rows[0]),
                band);
    }

    /** A number, its first, with the percentiles of the others. */
    private static Interval interval(double[] first, double level) {
        double[] others = Arrays.copyOfRange(first, 1, first.length);
        Arrays.sort(others);
        return new Interval(
                first[0],
                percentile(others, (1 - level) / 2),
                percentile(others, (1 + level) / 2),
                level);
    }

    /** Between the two nearest ranks, as numpy's default has it. */
    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double twoSided(double[] slopes) {
        long up = Arrays.stream(slopes).skip(1).filter(slope -> slope >= 0).count();
        long down = Arrays.stream(slopes).skip(1).filter(slope -> slope <= 0).count();
        return Math.min(1, 2.0 * (Math.min(up, down) + 1) / slopes.length);
    }

    /** A line fitted by least squares. */
    private record Line(double intercept, double slope) {
        static Line through(double[] x, double[] y) {
            double middle = Arrays.stream(x).average().orElseThrow();
            double height = Arrays.stream(y).average().orElseThrow();
            double across = 0;
            double along = 0;
            for (int i = 0; i < x.length; i++) {
                across += (x[i] - middle) * (x[i] - middle);
                along += (x[i] - middle) * (y[i] - height);
            }
            double slope = along / across;
            return new Line(height - slope * middle, slope);
        }

        double at(double x) {
            return intercept + slope * x;
        }

        double rSquared(double[] x, double[] y) {
            double height = Arrays.stream(y).average().orElseThrow();
            double all = 0;
            double left = 0;
            for (int i = 0; i < x.length; i++) {
                all += (y[i] - height) * (y[i] - height);
                left += (y[i] - at(x[i])) * (y[i] - at(x[i]));
            }
            return all == 0 ? 1 : 1 - left / all;
        }
    }
}
