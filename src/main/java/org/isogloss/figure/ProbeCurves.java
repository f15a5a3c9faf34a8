package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Bias while it emerges: a few questions of a test collection ranked again and again while runs
 * train; above how well answers are found, below how a ranking treats languages.
 *
 * @param collection the test collection's name
 * @param bias what is drawn below
 */
public record ProbeCurves(
        String collection, Bias bias, List<Curve> curves, CurveView view, Provenance provenance)
        implements Figure {
    private static final List<Float> OWN_POOL = List.of(1.2f, 1.8f);
    private static final float LINE = 1.8f;

    /** How a ranking treats languages. */
    public enum Bias {
        /** How far a question's parallel answers lie apart. */
        RANK_DISTANCE("rank distance (ranks)"),
        /** How often an answer in the question's own language is the first. */
        OWN_LANGUAGE_FIRST("own language first (share)");

        private final String axis;

        Bias(String axis) {
            this.axis = axis;
        }

        /** The name of its axis, with the unit. */
        public String axis() {
            return axis;
        }
    }

    /**
     * One run's probes, each list by step in ascending order.
     *
     * @param multilingual mAP in the multilingual pool
     * @param monolingual mAP in the pool of the question's language
     * @param rankDistance in ranks
     * @param ownLanguageFirst share of questions
     */
    public record Curve(
            String run,
            StrategyStyle style,
            List<CurvePoint> multilingual,
            List<CurvePoint> monolingual,
            List<CurvePoint> rankDistance,
            List<CurvePoint> ownLanguageFirst) {
        public Curve {
            multilingual = List.copyOf(multilingual);
            monolingual = List.copyOf(monolingual);
            rankDistance = List.copyOf(rankDistance);
            ownLanguageFirst = List.copyOf(ownLanguageFirst);
        }

        /** Its values of what is drawn below. */
        public List<CurvePoint> of(Bias bias) {
            return switch (bias) {
                case RANK_DISTANCE -> rankDistance;
                case OWN_LANGUAGE_FIRST -> ownLanguageFirst;
            };
        }

        /** mAP in the multilingual pool at the step nearest to one, if there is any. */
        public Optional<CurvePoint> nearest(double step) {
            return CurvePoint.nearest(multilingual, step);
        }

        /** What is drawn below at the step nearest to one, if there is any. */
        public Optional<CurvePoint> nearest(Bias bias, double step) {
            return CurvePoint.nearest(of(bias), step);
        }
    }

    public ProbeCurves {
        curves = List.copyOf(curves);
    }

    @Override
    public String id() {
        return "probe-" + Numbers.slug(collection);
    }

    @Override
    public String title() {
        return "Bias while it emerges: probe of " + collection;
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "While a run trains, a few questions of the test collection are asked in every"
                + " language, and only their own answers are ranked. Above, mAP: solid among the"
                + " answers of all languages, dotted among those of the question’s language, which"
                + " is easier. Below, "
                + (bias == Bias.RANK_DISTANCE
                        ? "how many ranks lie between the best and the worst of a question’s"
                                + " parallel answers: 0 would be no preference beyond order, and"
                                + " lower treats languages more alike."
                        : "how often the first answer is in the question’s own language: by chance"
                                + " it would be one in as many as there are languages.")
                + " A probe has few candidates, so its numbers are better than the results: compare"
                + " runs with each other, and judge them by the whole collection.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        StepAxis steps = new StepAxis(view.steps(), view.logarithmicSteps());
        ValueAxis across = steps.axis(frame);
        across.setLowerMargin(.02); // room for the mark of step 0
        if (across instanceof NumberAxis linear) {
            linear.setAutoRangeStickyZero(false);
        }
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(across);
        both.setGap(12);
        both.add(found(frame, style));
        both.add(treated(frame, style));
        both.setInsets(new RectangleInsets(10, 0, 0, 16));
        return frame.chart(this, both, legend(style));
    }

    private XYPlot found(ChartFrame frame, ChartStyle style) {
        NumberAxis axis = frame.numbers("mAP", Numbers::tick);
        axis.setAutoRangeIncludesZero(false);
        XYSeriesCollection solid = new XYSeriesCollection();
        XYSeriesCollection dotted = new XYSeriesCollection();
        for (int c = 0; c < curves.size(); c++) {
            solid.addSeries(series(c, curves.get(c).multilingual));
            dotted.addSeries(series(c, curves.get(c).monolingual));
        }
        XYPlot plot = new XYPlot(dotted, null, axis, lines(style, OWN_POOL, false));
        plot.setDataset(1, solid);
        plot.setRenderer(1, lines(style, List.of(), true));
        return framed(frame, plot);
    }

    private XYPlot treated(ChartFrame frame, ChartStyle style) {
        NumberAxis axis = frame.numbers(bias.axis(), Numbers::tick);
        axis.setAutoRangeIncludesZero(true);
        XYSeriesCollection data = new XYSeriesCollection();
        for (int c = 0; c < curves.size(); c++) {
            data.addSeries(series(c, curves.get(c).of(bias)));
        }
        return framed(frame, new XYPlot(data, null, axis, lines(style, List.of(), true)));
    }

    private static XYPlot framed(ChartFrame frame, XYPlot plot) {
        frame.grid(plot);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
        return plot;
    }

    private XYSeries series(int curve, List<CurvePoint> points) {
        XYSeries series = new XYSeries(curve, false, true);
        points.stream()
                .filter(point -> !view.logarithmicSteps() || point.x() > 0)
                .forEach(point -> series.add(point.x(), point.y(), false));
        return series;
    }

    private XYLineAndShapeRenderer lines(ChartStyle style, List<Float> dash, boolean marked) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, marked);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        for (int c = 0; c < curves.size(); c++) {
            Color colour = curves.get(c).style.colour();
            renderer.setSeriesPaint(c, colour);
            renderer.setSeriesFillPaint(c, colour);
            renderer.setSeriesOutlinePaint(c, style.ground());
            renderer.setSeriesOutlineStroke(c, new BasicStroke(1));
            renderer.setSeriesShape(c, curves.get(c).style.shape());
            renderer.setSeriesStroke(c, StrategyStyle.stroke(LINE, dash));
        }
        return renderer;
    }

    private List<LegendItem> legend(ChartStyle style) {
        List<LegendItem> items = new ArrayList<>();
        Set<String> named = new HashSet<>(); // runs of one name share an entry
        for (Curve curve : curves) {
            if (named.add(curve.run)) {
                items.add(item(curve.run, curve.style, List.of(), curve.style.colour(), style));
            }
        }
        if (!curves.isEmpty()) {
            items.add(item("own language’s pool", null, OWN_POOL, style.fainter(), style));
        }
        return items;
    }

    private static LegendItem item(
            String name, StrategyStyle mark, List<Float> dash, Color colour, ChartStyle style) {
        return LineLegend.item(name, mark, StrategyStyle.stroke(LINE, dash), colour, style);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            for (CurvePoint point : curve.multilingual) {
                double step = point.x();
                rows.add(
                        List.of(
                                curve.run,
                                collection,
                                Numbers.plain(step),
                                Numbers.plain(point.y()),
                                at(curve.monolingual, step),
                                at(curve.rankDistance, step),
                                at(curve.ownLanguageFirst, step)));
            }
        }
        return new FigureTable(
                List.of(
                        "run",
                        "probe of",
                        "training step",
                        "mAP, multilingual pool",
                        "mAP, own language’s pool",
                        "rank distance (ranks)",
                        "own language first (share)"),
                rows);
    }

    private static String at(List<CurvePoint> points, double step) {
        return CurvePoint.nearest(points, step)
                .filter(point -> point.x() == step)
                .map(point -> Numbers.plain(point.y()))
                .orElse("");
    }
}
