package org.isogloss.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * What runs tell of themselves while they train, against their steps: the loss apart for each kind
 * of batch, the gradient's norm, the speed.
 *
 * <p>Where curves are smoothed, every value is drawn faintly with the smoothed line over it; marks
 * are validation losses. Curves are cut to the steps seen and thinned before the chart sees them,
 * so that ten thousand steps cost no more than a screen's width.
 */
public record RunCurves(
        RunQuantity quantity, List<Curve> curves, CurveView view, Provenance provenance)
        implements Figure {
    private static final int RAW = 0;
    private static final int SMOOTH = 1;
    private static final int MARKS = 2;
    private static final double RAW_SHARE = .28;
    private static final int MOST_RAW = 12; // beyond, faint lines only hide each other
    private static final int MOST_POINTS = 40_000;
    private static final int LEAST_COLUMNS = 40;

    /**
     * One run's values, of one kind of batch where they are told apart.
     *
     * @param kind the batches' kind; null where a value belongs to none
     * @param values by step, in ascending order
     * @param marks values marked singly, by step, in ascending order; may be empty
     */
    public record Curve(
            String run,
            StrategyStyle style,
            BatchKind kind,
            List<CurvePoint> values,
            List<CurvePoint> marks) {
        public Curve {
            values = List.copyOf(values);
            marks = List.copyOf(marks);
        }
    }

    public RunCurves {
        curves = List.copyOf(curves);
    }

    @Override
    public String id() {
        return quantity.id();
    }

    @Override
    public String title() {
        return quantity.title();
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return quantity.explanation();
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        StepAxis steps = new StepAxis(view.steps(), view.logarithmicSteps());
        XYPlot plot = new XYPlot(null, steps.axis(frame), values(frame), null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        frame.grid(plot);
        plot.setInsets(new RectangleInsets(10, 0, 0, 16)); // room for the last step's number
        plot.setNoDataMessage("The first values appear here once a run has started");
        addCurves(plot, style);
        return frame.chart(this, plot, legend(style));
    }

    private ValueAxis values(ChartFrame frame) {
        if (!view.logarithmic()) {
            NumberAxis linear = frame.numbers(quantity.axis(), Numbers::tick);
            linear.setAutoRangeIncludesZero(true);
            return linear;
        }
        LogAxis powers = new LogAxis(quantity.axis());
        boolean halves = quantity == RunQuantity.LOSS || quantity == RunQuantity.VALIDATION;
        powers.setBase(halves ? 2 : 10);
        powers.setTickUnit(new NumberTickUnit(1));
        powers.setNumberFormatOverride(
                new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        frame.styled(powers);
        return powers;
    }

    private void addCurves(XYPlot plot, ChartStyle style) {
        plot.setDataset(RAW, new XYSeriesCollection());
        plot.setDataset(SMOOTH, new XYSeriesCollection());
        plot.setDataset(MARKS, new XYSeriesCollection());
        plot.setRenderer(RAW, lines(style, .8f, RAW_SHARE));
        plot.setRenderer(SMOOTH, lines(style, 1.8f, 1));
        plot.setRenderer(MARKS, marks(style));
        Smoothing mean = new Smoothing(view.smoothing());
        int columns =
                Math.max(
                        LEAST_COLUMNS,
                        Math.min(view.columns(), MOST_POINTS / Math.max(1, curves.size())));
        boolean raw = view.smoothing() > 0 && curves.size() <= MOST_RAW;
        for (int c = 0; c < curves.size(); c++) {
            Curve curve = curves.get(c);
            if (raw) {
                show(plot, RAW, Thinning.thin(seen(curve.values), columns), c);
            }
            show(plot, SMOOTH, Thinning.thin(seen(mean.of(curve.values)), columns), c);
            show(plot, MARKS, curve.marks, c);
        }
    }

    private List<CurvePoint> seen(List<CurvePoint> points) {
        return Thinning.within(view.steps(), points);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            boolean held = quantity == RunQuantity.VALIDATION;
            String set = held ? "validation" : "training";
            curve.values.forEach(point -> rows.add(row(curve, set, point)));
            curve.marks.forEach(point -> rows.add(row(curve, "validation", point)));
        }
        return new FigureTable(
                List.of("run", "batches", "set", "training step", quantity.axis()), rows);
    }

    private static List<String> row(Curve curve, String set, CurvePoint point) {
        return List.of(
                curve.run,
                curve.kind == null ? "" : curve.kind.id(),
                set,
                Numbers.plain(point.x()),
                Numbers.plain(point.y()));
    }

    /** What a curve's line shows at the step nearest to one, smoothed if it is; if there is any. */
    public Optional<CurvePoint> nearest(Curve curve, double step) {
        int at = CurvePoint.indexNearest(curve.values, step);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Smoothing(view.smoothing()).at(curve.values, at));
    }

    /** The run's name, with the kind of batch where the run has several. */
    public String name(Curve curve) {
        long kinds =
                curves.stream()
                        .filter(other -> other.run.equals(curve.run))
                        .map(Curve::kind)
                        .distinct()
                        .count();
        return kinds == 1 || curve.kind == null
                ? curve.run
                : curve.run + ", " + curve.kind.id() + " batches";
    }

    private void show(XYPlot plot, int layer, List<CurvePoint> points, int curve) {
        XYSeries series = new XYSeries(curve, false, true);
        points.stream()
                .filter(point -> !view.logarithmic() || point.y() > 0)
                .filter(point -> !view.logarithmicSteps() || point.x() > 0)
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
            boolean filled = filled(curves.get(c).kind);
            renderer.setSeriesShape(c, curves.get(c).style.shape());
            renderer.setSeriesFillPaint(c, filled ? colour(c) : style.ground());
            renderer.setSeriesOutlinePaint(c, colour(c));
            renderer.setSeriesOutlineStroke(c, StrategyStyle.stroke(1.4f, List.of()));
        }
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
                            !curve.marks.isEmpty(),
                            curve.style.shape(),
                            true,
                            filled(curve.kind) ? colour : style.ground(),
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

    private static boolean filled(BatchKind kind) {
        return kind == null || kind == BatchKind.MONOLINGUAL;
    }

    private static List<Float> dash(BatchKind kind) {
        if (kind == null) {
            return List.of();
        }
        return switch (kind) {
            case MONOLINGUAL -> List.of();
            case CROSS_LINGUAL -> List.of(5f, 2.5f);
            case MIXED -> List.of(1.2f, 1.8f);
        };
    }

    private static double paler(BatchKind kind) {
        if (kind == null) {
            return 0;
        }
        return switch (kind) {
            case MONOLINGUAL -> 0;
            case CROSS_LINGUAL -> .3;
            case MIXED -> .15;
        };
    }
}
