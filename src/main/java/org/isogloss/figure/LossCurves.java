package org.isogloss.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isogloss.batch.BatchKind;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The loss of runs while they train, apart for each kind of batch.
 *
 * <p>Every value is drawn faintly with a smoothed line over it; marks are validation losses. Curves
 * are thinned before the chart sees them, so that ten thousand steps cost no more than a screen's
 * width.
 *
 * @param smoothing the factor of exponential smoothing, 0 for none to just below 1
 * @param columns pixel columns to thin to, about the chart's width
 * @param logarithmic true for an axis of losses by powers of two; losses of 0 are then left out
 */
public record LossCurves(
        List<Curve> curves,
        double smoothing,
        int columns,
        boolean logarithmic,
        Provenance provenance)
        implements Figure {
    private static final int RAW = 0;
    private static final int SMOOTH = 1;
    private static final int VALIDATION = 2;
    private static final double RAW_SHARE = .28;

    /**
     * One run's losses on one kind of batch.
     *
     * @param training by step, in ascending order, in nats
     * @param validation by step, in ascending order, in nats; may be empty
     */
    public record Curve(
            String run,
            StrategyStyle style,
            BatchKind kind,
            List<CurvePoint> training,
            List<CurvePoint> validation) {
        public Curve {
            training = List.copyOf(training);
            validation = List.copyOf(validation);
        }
    }

    public LossCurves {
        curves = List.copyOf(curves);
    }

    /** Losses on a linear axis. */
    public LossCurves(List<Curve> curves, double smoothing, int columns, Provenance provenance) {
        this(curves, smoothing, columns, false, provenance);
    }

    @Override
    public String id() {
        return "loss";
    }

    @Override
    public String title() {
        return "Training loss by kind of batch";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each faint line is the loss of single batches, the strong line its running mean,"
                + " and a mark the loss on held-out batches. A run that draws two kinds of batch"
                + " has two lines. Lower is better, but only along one line: monolingual batches"
                + " are easier than cross-lingual ones, so the heights of different kinds do not"
                + " compare. A low loss is not yet good search; see the evaluation.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NumberAxis across = frame.numbers("training step", Numbers::tick);
        across.setLowerMargin(.01);
        across.setUpperMargin(.02);
        XYPlot plot = new XYPlot(null, across, losses(frame), null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        frame.grid(plot);
        plot.setInsets(new RectangleInsets(10, 0, 0, 16)); // room for the last step's number
        plot.setNoDataMessage("The first losses appear here once a run has started");
        JFreeChart chart = frame.chart(this, plot, legend(style));
        refresh(chart, style);
        return chart;
    }

    private ValueAxis losses(ChartFrame frame) {
        String label = "InfoNCE loss (nats)";
        NumberAxis linear = frame.numbers(label, Numbers::tick);
        linear.setAutoRangeIncludesZero(true);
        if (!logarithmic) {
            return linear;
        }
        LogAxis powers = new LogAxis(label);
        powers.setBase(2);
        powers.setTickUnit(new NumberTickUnit(1));
        powers.setNumberFormatOverride(
                new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        frame.styled(powers);
        return powers;
    }

    /**
     * Shows these curves in a chart drawn before from the same runs, whose zoom is kept.
     *
     * @param chart drawn by a figure whose curves have the same runs and kinds in the same order
     */
    public void refresh(JFreeChart chart, ChartStyle style) {
        chart.setNotify(false);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(RAW, new XYSeriesCollection());
        plot.setDataset(SMOOTH, new XYSeriesCollection());
        plot.setDataset(VALIDATION, new XYSeriesCollection());
        Smoothing mean = new Smoothing(smoothing);
        for (int c = 0; c < curves.size(); c++) {
            Curve curve = curves.get(c);
            if (smoothing > 0) {
                show(plot, RAW, Thinning.thin(curve.training, columns), c);
            }
            show(plot, SMOOTH, Thinning.thin(mean.of(curve.training), columns), c);
            show(plot, VALIDATION, curve.validation, c);
        }
        plot.setRenderer(RAW, lines(style, .8f, RAW_SHARE));
        plot.setRenderer(SMOOTH, lines(style, 1.8f, 1));
        plot.setRenderer(VALIDATION, marks(style));
        chart.setNotify(true);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            curve.training.forEach(point -> rows.add(row(curve, "training", point)));
            curve.validation.forEach(point -> rows.add(row(curve, "validation", point)));
        }
        return new FigureTable(
                List.of("run", "batches", "set", "training step", "InfoNCE loss (nats)"), rows);
    }

    private static List<String> row(Curve curve, String set, CurvePoint point) {
        return List.of(
                curve.run,
                curve.kind.id(),
                set,
                Numbers.plain(point.x()),
                Numbers.plain(point.y()));
    }

    /** The run's name, with the kind of batch where the run has several. */
    private String name(Curve curve) {
        long kinds = curves.stream().filter(other -> other.run.equals(curve.run)).count();
        return kinds == 1 ? curve.run : curve.run + ", " + curve.kind.id() + " batches";
    }

    private void show(XYPlot plot, int layer, List<CurvePoint> points, int curve) {
        XYSeries series = new XYSeries(curve, false, true);
        points.stream()
                .filter(point -> !logarithmic || point.y() > 0)
                .forEach(point -> series.add(point.x(), point.y(), false));
        ((XYSeriesCollection) plot.getDataset(layer)).addSeries(series);
    }

    private XYLineAndShapeRenderer lines(ChartStyle style, float width, double share) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int c = 0; c < curves.size(); c++) {
            List<Float> dash = share < 1 ? List.of() : dash(curves.get(c).kind);
            renderer.setSeriesStroke(c, StrategyStyle.stroke(width, dash));
            renderer.setSeriesPaint(c, style.faded(colour(c), share));
        }
        return renderer;
    }

    private XYLineAndShapeRenderer marks(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseOutlinePaint(true);
        renderer.setUseFillPaint(true);
        for (int c = 0; c < curves.size(); c++) {
            boolean filled = curves.get(c).kind == BatchKind.MONOLINGUAL;
            renderer.setSeriesShape(c, curves.get(c).style.shape());
            renderer.setSeriesFillPaint(c, filled ? colour(c) : style.ground());
            renderer.setSeriesOutlinePaint(c, colour(c));
            renderer.setSeriesOutlineStroke(c, StrategyStyle.stroke(1.4f, List.of()));
        }
        renderer.setDefaultToolTipGenerator(
                (data, c, item) ->
                        name(curves.get(c))
                                + ", step "
                                + Numbers.count(data.getXValue(c, item))
                                + ": "
                                + Numbers.decimals(data.getYValue(c, item), 3));
        return renderer;
    }

    private Color colour(int curve) {
        Curve shown = curves.get(curve);
        return ColourScale.mix(shown.style.colour(), Color.WHITE, paler(shown.kind));
    }

    private List<LegendItem> legend(ChartStyle style) {
        List<LegendItem> items = new ArrayList<>();
        Set<String> named = new HashSet<>(); // runs of one name share an entry
        for (int c = 0; c < curves.size(); c++) {
            Curve curve = curves.get(c);
            Color colour = colour(c);
            if (!named.add(name(curve))) {
                continue;
            }
            items.add(
                    new LegendItem(
                            name(curve),
                            null,
                            null,
                            null,
                            !curve.validation.isEmpty(),
                            curve.style.shape(),
                            true,
                            curve.kind == BatchKind.MONOLINGUAL ? colour : style.ground(),
                            true,
                            colour,
                            StrategyStyle.stroke(1.4f, List.of()),
                            true,
                            new Line2D.Double(-18, 0, 18, 0),
                            StrategyStyle.stroke(1.8f, dash(curve.kind)),
                            colour));
        }
        return items;
    }

    private static List<Float> dash(BatchKind kind) {
        return switch (kind) {
            case MONOLINGUAL -> List.of();
            case CROSS_LINGUAL -> List.of(5f, 2.5f);
            case MIXED -> List.of(1.2f, 1.8f);
        };
    }

    private static double paler(BatchKind kind) {
        return switch (kind) {
            case MONOLINGUAL -> 0;
            case CROSS_LINGUAL -> .3;
            case MIXED -> .15;
        };
    }
}
