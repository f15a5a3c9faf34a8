package org.isogloss.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.statistics.Lengths;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * How long the texts of a data set are: a histogram for each language on one axis of lengths.
 *
 * @param dataset the data set's name
 * @param texts what the texts are: {@code questions}
 * @param unit what lengths are counted in: {@code characters}
 * @param rows the languages, from the top
 */
public record TextLengths(String dataset, String texts, String unit, List<Row> rows)
        implements Figure {
    /** On a logarithmic axis, where bins from 0 and those of length 1 begin. */
    private static final double SHORTEST = .7;

    /** A bar this much of a row's height is the highest. */
    private static final double HEADROOM = 1.15;

    /** The lengths of one language's texts. */
    public record Row(Lang lang, Lengths lengths) {}

    public TextLengths {
        rows = List.copyOf(rows);
    }

    @Override
    public String id() {
        return "lengths-of-" + Numbers.slug(texts) + "-" + Numbers.slug(dataset);
    }

    @Override
    public String title() {
        return "Length of " + texts + ": " + dataset;
    }

    @Override
    public String subtitle() {
        long count =
                rows.stream()
                        .flatMap(row -> row.lengths.bins().stream())
                        .mapToLong(Lengths.Bin::texts)
                        .sum();
        return "n = " + Numbers.count((double) count) + " " + texts;
    }

    @Override
    public String explanation() {
        return "Each row is a language; a bar's height is the share of its "
                + texts
                + " that are as long as the axis says, in "
                + unit
                + ". The axis is logarithmic, in steps of 1, 2, 5, 10 and so on. Scripts differ in"
                + " how much one character says: a Chinese text is shorter than its translation"
                + " without saying less. What is much longer than the rest may be cut off by a"
                + " model's greatest length.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        LogAxis along = new EdgeAxis(unit);
        frame.styled(along);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(along);
        plot.setGap(2);
        plot.setInsets(new RectangleInsets(8, 0, 0, 12));
        LanguageColours colours = new LanguageColours(rows.stream().map(Row::lang).toList());
        rows.forEach(row -> plot.add(panel(row, colours, frame)));
        along.setRange(shortest(), longest());
        return frame.chart(this, plot, List.of());
    }

    @Override
    public FigureTable table() {
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            for (Lengths.Bin bin : row.lengths.bins()) {
                lines.add(
                        List.of(
                                row.lang.tag(),
                                String.valueOf(bin.from()),
                                String.valueOf(bin.below()),
                                String.valueOf(bin.texts())));
            }
        }
        return new FigureTable(
                List.of("language", "from (" + unit + ")", "below (" + unit + ")", texts), lines);
    }

    private static XYPlot panel(Row row, LanguageColours colours, ChartFrame frame) {
        double count = row.lengths.bins().stream().mapToInt(Lengths.Bin::texts).sum();
        XYIntervalSeries bars = new XYIntervalSeries(row.lang.tag(), false, true);
        double highest = 0;
        for (Lengths.Bin bin : row.lengths.bins()) {
            double share = bin.texts() / count;
            double from = Math.max(SHORTEST, bin.from());
            bars.add((from + bin.below()) / 2, from, bin.below(), share, 0, share);
            highest = Math.max(highest, share);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(bars);
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMargin(.04);
        renderer.setSeriesPaint(0, colours.of(row.lang));
        renderer.setDefaultToolTipGenerator(
                (set, series, item) ->
                        String.format(
                                Locale.ROOT,
                                "%s: %.1f %%",
                                row.lang.tag(),
                                100 * set.getYValue(series, item)));
        NumberAxis up = frame.numbers(row.lang.tag(), Numbers::tick);
        up.setLabelAngle(Math.PI / 2);
        up.setLabelPaint(frame.style().ink());
        up.setTickLabelsVisible(false);
        up.setRange(0, highest == 0 ? 1 : HEADROOM * highest);
        XYPlot plot = new XYPlot(data, null, up, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(frame.style().grid());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private double shortest() {
        return rows.stream()
                .flatMap(row -> row.lengths.bins().stream())
                .mapToDouble(bin -> Math.max(SHORTEST, bin.from()))
                .min()
                .orElse(1);
    }

    private double longest() {
        return rows.stream()
                .flatMap(row -> row.lengths.bins().stream())
                .mapToDouble(Lengths.Bin::below)
                .max()
                .orElse(10);
    }

    /** A logarithmic axis with a tick at 1, 2, 5, 10 and so on: the edges of the bins. */
    private static final class EdgeAxis extends LogAxis {
        private static final int[] STEPS = {1, 2, 5};

        EdgeAxis(String label) {
            super(label);
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            List<NumberTick> ticks = new ArrayList<>();
            for (double decade = 1; decade < getRange().getUpperBound(); decade *= 10) {
                for (int step : STEPS) {
                    double at = step * decade;
                    if (getRange().contains(at)) {
                        ticks.add(
                                new NumberTick(
                                        at,
                                        Numbers.count(at),
                                        TextAnchor.TOP_CENTER,
                                        TextAnchor.CENTER,
                                        0));
                    }
                }
            }
            return ticks;
        }
    }
}
