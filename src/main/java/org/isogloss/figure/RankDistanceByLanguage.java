package org.isogloss.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * How far apart the answers to one question lie in the ranking, by question language and run.
 *
 * @param languages question languages in the order shown
 */
public record RankDistanceByLanguage(
        List<Lang> languages, List<Series> series, Provenance provenance) implements Figure {
    private static final String AXIS = "rank distance (ranks, lower is better)";
    private static final double GROUP_WIDTH = .6;
    private static final double WIDEST_STEP = .2;

    /**
     * A mean with an interval.
     *
     * @param lower equal to the value where there is no interval
     * @param upper equal to the value where there is no interval
     */
    public record Estimate(double value, double lower, double upper) {
        /** A value without an interval. */
        public static Estimate exact(double value) {
            return new Estimate(value, value, value);
        }
    }

    /** One run's rank distance by question language; a language may be missing. */
    public record Series(String run, StrategyStyle style, Map<Lang, Estimate> values) {
        public Series {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        double mean() {
            return values.values().stream()
                    .mapToDouble(Estimate::value)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    public RankDistanceByLanguage {
        languages = List.copyOf(languages);
        series = List.copyOf(series);
    }

    @Override
    public String id() {
        return "rank-distance";
    }

    @Override
    public String title() {
        return "Rank distance by question language";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Every question has an answer in each language. A mark is the mean distance between"
                + " the best and the worst ranked of them, in one pool of all languages; a line"
                + " through it is its interval. Lower is better: the answers stand together"
                + " whatever their language. The mean hangs on the worst answer of each question,"
                + " so a single language that is hard to find raises it for all.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        LanguageAxis across = frame.columns("question language", languages);
        across.setGridBandsVisible(true);
        across.setGridBandPaint(style.shade(.035));
        across.setGridBandAlternatePaint(style.ground());
        NumberAxis up = frame.numbers(AXIS, Numbers::tick);
        up.setAutoRangeIncludesZero(true);
        up.setUpperMargin(.08);
        up.setLowerMargin(0);
        XYPlot plot = new XYPlot(marks(), across, up, renderer());
        frame.grid(plot);
        plot.setNoDataMessage("No rank distances yet");
        return frame.chart(this, plot, legend());
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series run : series) {
            run.values.forEach(
                    (language, estimate) ->
                            rows.add(
                                    List.of(
                                            run.run,
                                            language.tag(),
                                            Numbers.plain(estimate.value),
                                            Numbers.plain(estimate.lower),
                                            Numbers.plain(estimate.upper))));
        }
        return new FigureTable(
                List.of("run", "question language", "rank distance", "lower", "upper"), rows);
    }

    private XYIntervalSeriesCollection marks() {
        XYIntervalSeriesCollection marks = new XYIntervalSeriesCollection();
        double step = Math.min(WIDEST_STEP, GROUP_WIDTH / Math.max(1, series.size() - 1));
        for (int s = 0; s < series.size(); s++) {
            XYIntervalSeries points = new XYIntervalSeries(s);
            double aside = (s - (series.size() - 1) / 2.) * step;
            for (int l = 0; l < languages.size(); l++) {
                Estimate estimate = series.get(s).values.get(languages.get(l));
                if (estimate != null) {
                    double x = l + aside;
                    points.add(x, x, x, estimate.value, estimate.lower, estimate.upper);
                }
            }
            marks.addSeries(points);
        }
        return marks;
    }

    private XYErrorRenderer renderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setDrawSeriesLineAsPath(false);
        for (int s = 0; s < series.size(); s++) {
            renderer.setSeriesPaint(s, series.get(s).style.colour());
            renderer.setSeriesShape(s, series.get(s).style.shape());
        }
        renderer.setDefaultToolTipGenerator(
                (data, s, item) ->
                        series.get(s).run
                                + ", "
                                + languages.get((int) Math.round(data.getXValue(s, item)))
                                + ": "
                                + Numbers.count(data.getYValue(s, item)));
        return renderer;
    }

    private List<LegendItem> legend() {
        return series.stream()
                .map(
                        run ->
                                new LegendItem(
                                        run.run + ", mean " + Numbers.count(run.mean()),
                                        null,
                                        null,
                                        null,
                                        run.style.shape(),
                                        run.style.colour()))
                .toList();
    }
}
