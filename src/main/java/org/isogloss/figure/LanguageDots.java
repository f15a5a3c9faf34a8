package org.isogloss.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A mark with its interval for each language and run, runs beside each other.
 *
 * @param axis what is measured, with its unit
 * @param written how a value is written in the legend and in tooltips
 * @param fromZero true if the axis begins at 0
 * @param chosen the language that stands out; empty for none
 */
record LanguageDots(
        List<Lang> languages,
        List<RankDistanceByLanguage.Series> series,
        String axis,
        DoubleFunction<String> written,
        boolean fromZero,
        Optional<Lang> chosen) {
    private static final double GROUP_WIDTH = .6;
    private static final double WIDEST_STEP = .2;

    JFreeChart draw(Figure figure, ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NameAxis across =
                frame.columns("question language", languages.stream().map(Lang::tag).toList());
        across.setGridBandsVisible(true);
        across.setGridBandPaint(style.shade(.035));
        across.setGridBandAlternatePaint(style.ground());
        NumberAxis up = frame.numbers(axis, Numbers::tick);
        up.setAutoRangeIncludesZero(fromZero);
        up.setUpperMargin(.08);
        up.setLowerMargin(fromZero ? 0 : .08);
        XYPlot plot = new XYPlot(marks(), across, up, renderer());
        frame.grid(plot);
        plot.setNoDataMessage("No numbers by language");
        chosen.map(languages::indexOf)
                .filter(place -> place >= 0)
                .ifPresent(
                        place ->
                                plot.addDomainMarker(
                                        new IntervalMarker(
                                                place - .5, place + .5, style.shade(.14)),
                                        Layer.BACKGROUND));
        return frame.chart(figure, plot, legend());
    }

    /** The numbers of some runs, a row a run and language. */
    static FigureTable table(List<RankDistanceByLanguage.Series> series, String measure) {
        List<List<String>> rows = new ArrayList<>();
        for (RankDistanceByLanguage.Series run : series) {
            run.values()
                    .forEach(
                            (language, estimate) ->
                                    rows.add(
                                            List.of(
                                                    run.run(),
                                                    language.tag(),
                                                    Numbers.plain(estimate.value()),
                                                    Numbers.plain(estimate.lower()),
                                                    Numbers.plain(estimate.upper()))));
        }
        return new FigureTable(
                List.of("run", "question language", measure, "lower", "upper"), rows);
    }

    private XYIntervalSeriesCollection marks() {
        XYIntervalSeriesCollection marks = new XYIntervalSeriesCollection();
        double step = Math.min(WIDEST_STEP, GROUP_WIDTH / Math.max(1, series.size() - 1));
        for (int s = 0; s < series.size(); s++) {
            XYIntervalSeries points = new XYIntervalSeries(s);
            double aside = (s - (series.size() - 1) / 2.) * step;
            for (int l = 0; l < languages.size(); l++) {
                RankDistanceByLanguage.Estimate estimate =
                        series.get(s).values().get(languages.get(l));
                if (estimate != null) {
                    double x = l + aside;
                    points.add(x, x, x, estimate.value(), estimate.lower(), estimate.upper());
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
            renderer.setSeriesPaint(s, series.get(s).style().colour());
            renderer.setSeriesShape(s, series.get(s).style().shape());
        }
        renderer.setDefaultToolTipGenerator(
                (data, s, item) ->
                        series.get(s).run()
                                + ", "
                                + languages.get((int) Math.round(data.getXValue(s, item)))
                                + ": "
                                + written.apply(data.getYValue(s, item)));
        renderer.setURLGenerator(
                (data, s, item) ->
                        LanguageMap.LANGUAGE
                                + languages.get((int) Math.round(data.getXValue(s, item))));
        return renderer;
    }

    private List<LegendItem> legend() {
        return series.stream()
                .map(
                        run ->
                                new LegendItem(
                                        run.run() + ", mean " + written.apply(run.mean()),
                                        null,
                                        null,
                                        null,
                                        run.style().shape(),
                                        run.style().colour()))
                .toList();
    }
}
