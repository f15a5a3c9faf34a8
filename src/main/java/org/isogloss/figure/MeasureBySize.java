package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A number against the size of the model, with what was fitted over log size; or each strategy's
 * lead over a baseline in that number.
 *
 * @param measure what the number is, such as {@code mAP, multilingual pool}
 * @param ranks true if the number counts ranks, false if it is a score from 0 to 1
 * @param axis how size is counted
 * @param law what was fitted
 * @param baseline whose lead the others are given over; empty for the number itself
 */
public record MeasureBySize(
        String measure,
        boolean ranks,
        Axis axis,
        SizeLaw law,
        String baseline,
        List<Series> series,
        Provenance provenance)
        implements Figure {
    private static final String LINE =
            " The line is fitted by least squares over the logarithm of the parameters.";
    private static final String POWER =
            " The curve is d + (A/N)^a by least squares, N the parameters, for what a score lacks to"
                    + " 1 or for ranks, and a lead is the difference of two such curves: with three"
                    + " numbers fitted to a handful of sizes it goes near every mark by itself, so"
                    + " a high R² is no proof of the law.";
    private static final double MARK = 7;
    private static final float WIDTH = 1.6f;
    private static final float FAINT = .16f;
    private static final double ROOM = 1.25;

    /** How the size of a model is counted. */
    public enum Axis {
        /** Without the tables of words, positions and token types: the N of scaling laws. */
        NON_EMBEDDING("parameters outside embedding tables (log scale)"),
        /** All of them. */
        ALL("parameters, embedding tables included (log scale)");

        private final String label;

        Axis(String label) {
            this.label = label;
        }

        /** What the axis is called. */
        public String label() {
            return label;
        }
    }

    /** One strategy. */
    public record Series(String name, StrategyStyle style, SizeTrend trend) {}

    public MeasureBySize {
        law = law == null ? SizeLaw.LINE : law; // null in figures kept before
        series = List.copyOf(series);
    }

    private boolean lead() {
        return !baseline.isEmpty();
    }

    @Override
    public String id() {
        return (lead() ? "lead-by-size-" : "by-size-") + Numbers.slug(measure);
    }

    @Override
    public String title() {
        return lead() ? "Lead over " + baseline + ": " + measure : "By model size: " + measure;
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        String what =
                lead()
                        ? "Each mark is how far a strategy lies above "
                                + baseline
                                + " with a model of that size; on the line at 0 the two are alike."
                                + " A fit that rises says that the lead grows with the model, which"
                                + " is the interaction of strategy and size."
                        : "Each mark is a strategy's mean over its seeds with a model of that size.";
        return what
                + (law == SizeLaw.LINE ? LINE : POWER)
                + " Bars and bands are 95 % intervals: they count which questions were asked and"
                + " which seeds were run. They do not count that other sizes might follow another"
                + " law, and nothing is known beyond the smallest and the largest model.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        LogAxis across = new LogAxis(axis.label);
        frame.styled(across);
        double least = sizes().min().orElse(1);
        double most = sizes().max().orElse(10);
        across.setSmallestValue(least / ROOM);
        across.setRange(least / ROOM, Math.max(most, 2 * least) * ROOM);
        across.setNumberFormatOverride(new AxisFormat(MeasureBySize::parameters));
        across.setTickUnit(new NumberTickUnit(.5, new AxisFormat(MeasureBySize::parameters), 1));
        NumberAxis up = frame.numbers(upwards(), ranks ? Numbers::count : Numbers::tick);
        up.setAutoRangeIncludesZero(lead());
        up.setLowerMargin(.08);
        up.setUpperMargin(.08);
        XYPlot plot = new XYPlot(points(), across, up, marks());
        plot.setDataset(1, lines());
        plot.setRenderer(1, bands());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        frame.grid(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        if (lead()) {
            plot.addRangeMarker(new ValueMarker(0, style.fainter(), new BasicStroke(1)));
        }
        return frame.chart(this, plot, legend());
    }

    private String upwards() {
        String direction = ranks ? "lower is better" : "higher is better";
        return lead()
                ? "difference in " + measure
                : measure + (measure.contains("own language") ? "" : " (" + direction + ")");
    }

    private DoubleStream sizes() {
        return series.stream()
                .flatMap(one -> one.trend.points().stream())
                .mapToDouble(SizeTrend.Point::size);
    }

    private XYIntervalSeriesCollection points() {
        return collection(SizeTrend::points);
    }

    private XYIntervalSeriesCollection lines() {
        return collection(SizeTrend::band);
    }

    private XYIntervalSeriesCollection collection(Function<SizeTrend, List<SizeTrend.Point>> part) {
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        for (Series one : series) {
            XYIntervalSeries points = new XYIntervalSeries(one.name, false, true);
            for (SizeTrend.Point point : part.apply(one.trend)) {
                Interval y = point.value();
                double x = point.size();
                points.add(x, x, x, y.estimate(), y.low(), y.high());
            }
            all.addSeries(points);
        }
        return all;
    }

    private XYErrorRenderer marks() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        for (int s = 0; s < series.size(); s++) {
            renderer.setSeriesPaint(s, series.get(s).style.colour());
            renderer.setSeriesShape(s, series.get(s).style.mark().sized(MARK));
        }
        DoubleFunction<String> written = written();
        renderer.setDefaultToolTipGenerator(
                (data, s, item) -> {
                    SizeTrend.Point point = series.get(s).trend.points().get(item);
                    return "%s, %s (%s parameters): %s [%s, %s]"
                            .formatted(
                                    series.get(s).name,
                                    point.label(),
                                    parameters(point.size()),
                                    written.apply(point.value().estimate()),
                                    written.apply(point.value().low()),
                                    written.apply(point.value().high()));
                });
        return renderer;
    }

    private DoubleFunction<String> written() {
        return ranks ? Numbers::count : lead() ? Numbers::difference : Numbers::score;
    }

    private DeviationRenderer bands() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(FAINT);
        for (int s = 0; s < series.size(); s++) {
            StrategyStyle style = series.get(s).style;
            renderer.setSeriesPaint(s, style.colour());
            renderer.setSeriesFillPaint(s, style.colour());
            renderer.setSeriesStroke(s, style.stroke(WIDTH));
        }
        return renderer;
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (Series one : series) {
            Color colour = one.style.colour();
            items.add(
                    new LegendItem(
                            one.name,
                            null,
                            null,
                            null,
                            true,
                            one.style.mark().sized(MARK),
                            true,
                            colour,
                            false,
                            colour,
                            new BasicStroke(1),
                            true,
                            new Line2D.Double(-18, 0, 18, 0),
                            one.style.stroke(WIDTH),
                            colour));
        }
        return items;
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series one : series) {
            for (SizeTrend.Point point : one.trend.points()) {
                rows.add(
                        List.of(
                                one.name,
                                point.label(),
                                Numbers.plain(point.size()),
                                Integer.toString(point.runs()),
                                Numbers.plain(point.value().estimate()),
                                Numbers.plain(point.value().low()),
                                Numbers.plain(point.value().high())));
            }
            Interval slope = one.trend.slope();
            rows.add(
                    List.of(
                            one.name,
                            law == SizeLaw.LINE
                                    ? "slope for ten times the parameters"
                                    : "mean change for ten times the parameters",
                            "",
                            "",
                            Numbers.plain(slope.estimate()),
                            Numbers.plain(slope.low()),
                            Numbers.plain(slope.high())));
            one.trend.floor().ifPresent(floor -> rows.addAll(rows(one.name, floor)));
        }
        return new FigureTable(
                List.of("strategy", "model", "parameters", "runs", measure, "lower", "upper"),
                rows);
    }

    private static List<List<String>> rows(String name, SizeTrend.Floor floor) {
        return List.of(
                row(name, "limit with ever larger models", floor.limit()),
                row(name, "exponent a", floor.exponent()),
                List.of(name, "scale A", Numbers.plain(floor.scale()), "", "", "", ""),
                List.of(
                        name,
                        "share of resamples without a floor",
                        "",
                        "",
                        Numbers.plain(floor.unidentified()),
                        "",
                        ""));
    }

    private static List<String> row(String name, String what, Interval value) {
        return List.of(
                name,
                what,
                "",
                "",
                Numbers.plain(value.estimate()),
                Numbers.plain(value.low()),
                Numbers.plain(value.high()));
    }

    /** Numbers of parameters: 128 K, 2.1 M. */
    private static String parameters(double size) {
        double shown = size;
        String unit = "";
        for (String next : List.of("\u2009K", "\u2009M", "\u2009G")) {
            if (shown >= 1000) {
                shown /= 1000;
                unit = next;
            }
        }
        return (shown < 10
                                ? String.format(Locale.ROOT, "%.1f", shown)
                                : Long.toString(Math.round(shown)))
                        .replaceAll("\\.0$", "")
                + unit;
    }
}
