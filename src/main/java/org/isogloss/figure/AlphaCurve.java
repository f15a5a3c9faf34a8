package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Macro mAP of the three settings over the share of monolingual batches.
 *
 * @param strategies those with a share, in its order; the others given are left out
 */
public record AlphaCurve(List<StrategyMeans> strategies, Provenance provenance) implements Figure {
    private static final String ACROSS =
            "share of monolingual batches α (0 cross-lingual, 1 monolingual)";
    private static final String UP = "macro mAP (higher is better)";
    private static final double MARK = 7;
    private static final float WIDTH = 1.8f;

    private static final List<Line> LINES =
            List.of(
                    new Line(
                            "monolingual",
                            Mark.CIRCLE,
                            List.of(7f, 2f, 1f, 2f),
                            StrategyMeans::monolingual),
                    new Line(
                            "cross-lingual",
                            Mark.SQUARE,
                            List.of(5f, 2.5f),
                            StrategyMeans::crossLingual),
                    new Line("multilingual", Mark.DIAMOND, List.of(), StrategyMeans::multilingual));

    /** A setting of search. */
    private record Line(
            String words,
            Mark mark,
            List<Float> dash,
            Function<StrategyMeans, RankDistanceByLanguage.Estimate> number) {}

    public AlphaCurve {
        strategies =
                strategies.stream()
                        .filter(one -> one.alpha().isPresent())
                        .sorted(Comparator.comparingDouble(one -> one.alpha().getAsDouble()))
                        .toList();
    }

    @Override
    public String id() {
        return "alpha-curve";
    }

    @Override
    public String title() {
        return "Macro mAP by share of monolingual batches";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each mark is the macro mAP of models trained with a share α of monolingual batches,"
                + " the others being cross-lingual: from cross-lingual batches alone on the left to"
                + " monolingual ones alone on the right. The three lines are three ways to search:"
                + " within one language, from one language in another, and in one pool of all"
                + " languages. A bar is one standard deviation over seeds to each side; no bar"
                + " means a single seed. Lines join what was measured, so nothing is known between"
                + " marks, and a difference smaller than the bars may be chance. The axis of mAP"
                + " does not begin at 0.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NumberAxis across = frame.numbers(ACROSS, Numbers::tick);
        across.setRange(-.04, 1.04);
        NumberAxis up = frame.numbers(UP, Numbers::tick);
        up.setAutoRangeIncludesZero(false);
        up.setLowerMargin(.08);
        up.setUpperMargin(.08);
        XYPlot plot = new XYPlot(marks(), across, up, renderer(style));
        frame.grid(plot);
        plot.setNoDataMessage("No strategy with a share of monolingual batches");
        return frame.chart(this, plot, legend(style));
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : LINES) {
            for (StrategyMeans one : strategies) {
                RankDistanceByLanguage.Estimate estimate = line.number.apply(one);
                rows.add(
                        List.of(
                                line.words,
                                Numbers.plain(one.alpha().getAsDouble()),
                                one.name(),
                                Numbers.plain(estimate.value()),
                                Numbers.plain(estimate.lower()),
                                Numbers.plain(estimate.upper())));
            }
        }
        return new FigureTable(
                List.of("search", "alpha", "strategy", "macro mAP", "lower", "upper"), rows);
    }

    private XYIntervalSeriesCollection marks() {
        XYIntervalSeriesCollection marks = new XYIntervalSeriesCollection();
        for (Line line : LINES) {
            XYIntervalSeries series = new XYIntervalSeries(line.words, false, true);
            for (StrategyMeans one : strategies) {
                double x = one.alpha().getAsDouble();
                RankDistanceByLanguage.Estimate y = line.number.apply(one);
                series.add(x, x, x, y.value(), y.lower(), y.upper());
            }
            marks.addSeries(series);
        }
        return marks;
    }

    private XYErrorRenderer renderer(ChartStyle style) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawSeriesLineAsPath(true);
        for (int s = 0; s < LINES.size(); s++) {
            Line line = LINES.get(s);
            renderer.setSeriesPaint(s, colours(style).get(s));
            renderer.setSeriesShape(s, line.mark.sized(MARK));
            renderer.setSeriesStroke(s, StrategyStyle.stroke(WIDTH, line.dash));
        }
        renderer.setDefaultToolTipGenerator(
                (data, s, item) ->
                        strategies.get(item).name()
                                + ", "
                                + LINES.get(s).words
                                + " search: "
                                + Numbers.score(data.getYValue(s, item)));
        return renderer;
    }

    private static List<LegendItem> legend(ChartStyle style) {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            Line line = LINES.get(i);
            Color colour = colours(style).get(i);
            items.add(
                    new LegendItem(
                            line.words + " search",
                            null,
                            null,
                            null,
                            true,
                            line.mark.sized(MARK),
                            true,
                            colour,
                            false,
                            colour,
                            new BasicStroke(1),
                            true,
                            new Line2D.Double(-18, 0, 18, 0),
                            StrategyStyle.stroke(WIDTH, line.dash),
                            colour));
        }
        return items;
    }

    /** None is a strategy's, because a setting of search is no strategy. */
    private static List<Color> colours(ChartStyle style) {
        return List.of(new Color(0xE69F00), new Color(0x56B4E9), style.ink());
    }
}
