package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Fits a law to the means of each strategy and size, as they are and in every resample.
 *
 * @param level of intervals
 */
record SizeTrendFits(SizeLaw law, Quantity quantity, String baseline, double level) {
    private static final int BAND = 25;

    /**
     * A strategy's means and what was fitted to them.
     *
     * @param means {@code 1+B} rows of sizes, the first as they are
     * @param curves one for each row of means
     */
    private record Fit(List<SizedRuns> cells, List<double[]> means, List<Curve> curves) {
        double[] x() {
            return cells.stream().mapToDouble(SizedRuns::logSize).toArray();
        }

        Fit less(Fit other) {
            List<double[]> differences = new ArrayList<>();
            List<Curve> left = new ArrayList<>();
            for (int b = 0; b < curves.size(); b++) {
                double[] row = means.get(b).clone();
                for (int c = 0; c < row.length; c++) {
                    row[c] -= other.means.get(b)[c];
                }
                differences.add(row);
                left.add(curves.get(b).less(other.curves.get(b)));
            }
            return new Fit(cells, differences, left);
        }
    }

    /**
     * The trends.
     *
     * @param byStrategy runs of the same sizes in ascending order
     * @param means {@code [1+B][cells of all strategies]}, the first as they are
     */
    SizeTrends of(Map<String, List<SizedRuns>> byStrategy, double[][] means) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        int first = 0;
        for (Map.Entry<String, List<SizedRuns>> one : byStrategy.entrySet()) {
            fits.put(one.getKey(), fit(one.getValue(), means, first));
            first += one.getValue().size();
        }
        Fit base = fits.get(baseline);
        List<SizeTrend> strategies = new ArrayList<>();
        List<SizeTrend> leads = new ArrayList<>();
        fits.forEach(
                (strategy, fit) -> {
                    strategies.add(trend(strategy, fit, floor(fit)));
                    if (!strategy.equals(baseline)) {
                        String name = strategy + " − " + baseline;
                        leads.add(trend(name, fit.less(base), Optional.empty()));
                    }
                });
        return new SizeTrends(quantity.toString(), law, baseline, strategies, leads);
    }

    private Fit fit(List<SizedRuns> cells, double[][] means, int first) {
        double[] x = cells.stream().mapToDouble(SizedRuns::logSize).toArray();
        List<double[]> rows = new ArrayList<>();
        for (double[] row : means) {
            rows.add(Arrays.copyOfRange(row, first, first + cells.size()));
        }
        PowerLaw.Loss loss = loss(rows.get(0));
        return new Fit(cells, rows, rows.stream().map(row -> law.through(x, row, loss)).toList());
    }

    /** What is better rises to its limit; what is neither better nor worse goes as it goes. */
    private PowerLaw.Loss loss(double[] row) {
        boolean rises =
                switch (Direction.of(quantity.metric())) {
                    case HIGHER -> true;
                    case LOWER -> false;
                    case NEITHER -> row[row.length - 1] > row[0];
                };
        return rises ? PowerLaw.Loss.LACK : PowerLaw.Loss.VALUE;
    }

    private SizeTrend trend(String name, Fit fit, Optional<SizeTrend.Floor> floor) {
        double[] x = fit.x();
        double from = x[0];
        double to = x[x.length - 1];
        List<SizeTrend.Point> points = new ArrayList<>();
        for (int c = 0; c < x.length; c++) {
            int cell = c;
            SizedRuns runs = fit.cells.get(c);
            points.add(
                    new SizeTrend.Point(
                            runs.backbone(),
                            runs.size(),
                            runs.runs().size(),
                            interval(numbers(fit.means, row -> row[cell]))));
        }
        List<SizeTrend.Point> band = new ArrayList<>();
        for (int i = 0; i < BAND; i++) {
            double at = from + (to - from) * i / (BAND - 1);
            Interval height = interval(numbers(fit.curves, curve -> curve.at(at)));
            band.add(new SizeTrend.Point("", Math.pow(10, at), 0, height));
        }
        double[] slopes = numbers(fit.curves, curve -> curve.slope(from, to));
        return new SizeTrend(
                name,
                points,
                interval(slopes),
                twoSided(slopes),
                fit.curves.get(0).rSquared(x, fit.means.get(0)),
                band,
                floor);
    }

    private Optional<SizeTrend.Floor> floor(Fit fit) {
        if (law != SizeLaw.POWER) {
            return Optional.empty();
        }
        List<PowerLaw> laws = fit.curves.stream().map(PowerLaw.class::cast).toList();
        double unidentified =
                (double) laws.stream().filter(one -> !one.identified()).count() / laws.size();
        return Optional.of(
                new SizeTrend.Floor(
                        interval(numbers(laws, PowerLaw::limit)),
                        interval(numbers(laws, PowerLaw::exponent)),
                        laws.get(0).scale(),
                        unidentified));
    }

    private static <T> double[] numbers(List<T> of, ToDoubleFunction<T> number) {
        return of.stream().mapToDouble(number).toArray();
    }

    /** A number, its first, with the percentiles of the others. */
    private Interval interval(double[] first) {
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
}
