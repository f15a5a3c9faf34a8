package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * What a search scores once language is taken out of the vectors, step by step: above how well
 * answers are found, below how far a question's answers lie apart.
 *
 * @param erasure the name of the horizontal axis: what is taken out
 * @param runs one or two
 * @param current the step that is looked at, marked by a line
 */
public record ErasureCurve(String erasure, List<Run> runs, double current, Provenance provenance)
        implements Figure {
    private static final List<Float> OWN_POOL = List.of(1.2f, 1.8f);
    private static final float LINE = 1.8f;

    /** One run's scores by step, in ascending order. */
    public record Run(String name, StrategyStyle style, List<Step> steps) {
        public Run {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Scores at one step.
     *
     * @param taken how much is taken out; 0 for nothing
     * @param multilingual macro mAP in the multilingual pool
     * @param monolingual macro mAP in the pool of the question's language
     * @param rankDistance in ranks
     */
    public record Step(
            double taken, double multilingual, double monolingual, double rankDistance) {}

    public ErasureCurve {
        runs = List.copyOf(runs);
    }

    @Override
    public String id() {
        return "erasure";
    }

    @Override
    public String title() {
        return "Scores once language is taken out of the vectors";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "To the right more of what tells languages apart is taken out of the vectors, which"
                + " are then searched again. Above, macro mAP: solid in the pool of all languages,"
                + " dotted in that of the question’s own language; below, the rank distance, where"
                + " lower treats languages more alike. If the distance falls while mAP stays, what"
                + " was taken out held bias and no content; if both get worse, language and content"
                + " share directions. Vectors are changed after training, what is taken out is"
                + " learnt from the very texts that are searched, and no difference is tested.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NumberAxis across = frame.numbers(erasure, Numbers::tick);
        across.setAutoRangeIncludesZero(true);
        across.setAutoRangeStickyZero(false);
        across.setLowerMargin(.03);
        across.setUpperMargin(.03);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(across);
        both.setGap(12);
        XYPlot found = plot(frame, "macro mAP", Step::multilingual, lines(style, List.of(), true));
        found.setDataset(1, data(Step::monolingual));
        found.setRenderer(1, lines(style, OWN_POOL, false));
        both.add(found);
        both.add(plot(frame, "rank distance", Step::rankDistance, lines(style, List.of(), true)));
        both.setInsets(new RectangleInsets(10, 0, 0, 16));
        return frame.chart(this, both, legend(style));
    }

    private XYPlot plot(
            ChartFrame frame,
            String label,
            ToDoubleFunction<Step> number,
            XYLineAndShapeRenderer renderer) {
        NumberAxis axis = frame.numbers(label, Numbers::tick);
        axis.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(data(number), null, axis, renderer);
        frame.grid(plot);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.addDomainMarker(
                new ValueMarker(current, frame.style().shade(.45), new BasicStroke(1.2f)),
                Layer.BACKGROUND);
        return plot;
    }

    private XYSeriesCollection data(ToDoubleFunction<Step> number) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int r = 0; r < runs.size(); r++) {
            XYSeries series = new XYSeries(r, false, true);
            runs.get(r).steps.forEach(step -> series.add(step.taken, number.applyAsDouble(step)));
            data.addSeries(series);
        }
        return data;
    }

    private XYLineAndShapeRenderer lines(ChartStyle style, List<Float> dash, boolean marked) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, marked);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        for (int r = 0; r < runs.size(); r++) {
            Color colour = runs.get(r).style.colour();
            renderer.setSeriesPaint(r, colour);
            renderer.setSeriesFillPaint(r, colour);
            renderer.setSeriesOutlinePaint(r, style.ground());
            renderer.setSeriesOutlineStroke(r, new BasicStroke(1));
            renderer.setSeriesShape(r, runs.get(r).style.shape());
            renderer.setSeriesStroke(r, StrategyStyle.stroke(LINE, dash));
        }
        return renderer;
    }

    private List<LegendItem> legend(ChartStyle style) {
        List<LegendItem> items = new ArrayList<>();
        for (Run run : runs) {
            items.add(item(run.name, run.style, List.of(), run.style.colour(), style));
        }
        items.add(item("own language’s pool", null, OWN_POOL, style.fainter(), style));
        return items;
    }

    private static LegendItem item(
            String name, StrategyStyle mark, List<Float> dash, Color colour, ChartStyle style) {
        return LineLegend.item(name, mark, StrategyStyle.stroke(LINE, dash), colour, style);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            for (Step step : run.steps) {
                rows.add(
                        List.of(
                                run.name,
                                Numbers.plain(step.taken),
                                Numbers.plain(step.multilingual),
                                Numbers.plain(step.monolingual),
                                Numbers.plain(step.rankDistance)));
            }
        }
        return new FigureTable(
                List.of(
                        "run",
                        erasure,
                        "macro mAP, multilingual pool",
                        "macro mAP, own language’s pool",
                        "rank distance (ranks)"),
                rows);
    }
}
