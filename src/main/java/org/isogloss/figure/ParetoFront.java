package org.isogloss.figure;

import java.awt.BasicStroke;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * What strategies gain in one pool of all languages and pay within one: the two scores against each
 * other, with the rank distance as colour.
 */
public record ParetoFront(List<StrategyMeans> strategies, Provenance provenance) implements Figure {
    private static final String ACROSS = "monolingual macro mAP (higher is better)";
    private static final String UP = "multilingual macro mAP (higher is better)";
    private static final String COLOUR = "rank distance (ranks)";
    private static final double MARK = 10;

    public ParetoFront {
        strategies = List.copyOf(strategies);
    }

    @Override
    public String id() {
        return "pareto-front";
    }

    @Override
    public String title() {
        return "Monolingual against multilingual mAP";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each mark is a strategy: to the right it finds more within one language, further"
                + " up more in one pool of all languages; α is its share of monolingual batches,"
                + " and a mean is an interpolation of two models, by the weight of the first."
                + " The line joins the strategies that no other matches in both and beats in one"
                + " (the Pareto front); which of them is best depends on what you search for."
                + " Colour is the rank distance, the darker the less language bias. Faint bars are"
                + " one standard deviation over seeds: the front is drawn through the means, so"
                + " marks whose bars overlap may change places with other seeds. Neither axis"
                + " begins at 0, and their scales differ.";
    }

    /** The strategies that no other dominates, by monolingual mAP; equal ones are all kept. */
    List<StrategyMeans> front() {
        return strategies.stream()
                .filter(ParetoFront::measured)
                .filter(one -> strategies.stream().noneMatch(one::dominatedBy))
                .sorted(Comparator.comparingDouble(one -> one.monolingual().value()))
                .toList();
    }

    private static boolean measured(StrategyMeans one) {
        return Double.isFinite(one.monolingual().value() + one.multilingual().value());
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        ColourScale scale = scale(style);
        XYPlot plot = new XYPlot(marks(), axis(frame, ACROSS), axis(frame, UP), dots(style, scale));
        plot.setDataset(1, line());
        plot.setRenderer(1, joined(style));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        frame.grid(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setNoDataMessage("No strategy scored");
        JFreeChart chart = frame.chart(this, plot, List.of());
        PaintScaleLegend legend = frame.scale(scale, COLOUR, Numbers::count);
        legend.setPadding(new RectangleInsets(16, 12, 40, 0));
        chart.addSubtitle(legend);
        return chart;
    }

    @Override
    public FigureTable table() {
        List<StrategyMeans> front = front();
        return new FigureTable(
                List.of(
                        "strategy",
                        "alpha",
                        "monolingual mAP",
                        "multilingual mAP",
                        "rank distance",
                        "on the front"),
                strategies.stream()
                        .map(
                                one ->
                                        List.of(
                                                one.name(),
                                                Numbers.plain(one.alpha().orElse(Double.NaN)),
                                                Numbers.plain(one.monolingual().value()),
                                                Numbers.plain(one.multilingual().value()),
                                                Numbers.plain(one.rankDistance()),
                                                front.contains(one) ? "yes" : "no"))
                        .toList());
    }

    private static NumberAxis axis(ChartFrame frame, String label) {
        NumberAxis axis = frame.numbers(label, Numbers::tick);
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(.1);
        axis.setUpperMargin(.16); // room for the last label
        return axis;
    }

    /** Whole ranks around all distances. */
    private ColourScale scale(ChartStyle style) {
        double[] distances =
                strategies.stream()
                        .mapToDouble(StrategyMeans::rankDistance)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        boolean none = distances.length == 0;
        double lower = none ? 0 : Math.floor(distances[0]);
        double upper = none ? 1 : Math.ceil(distances[distances.length - 1]);
        Limits limits = new Limits(lower, Math.max(lower + 1, upper));
        return ColourScale.sequential(ColourScale.Palette.CIVIDIS, limits, style);
    }

    /** A series for each strategy, because each has its colour. */
    private XYIntervalSeriesCollection marks() {
        XYIntervalSeriesCollection marks = new XYIntervalSeriesCollection();
        for (int s = 0; s < strategies.size(); s++) {
            RankDistanceByLanguage.Estimate x = strategies.get(s).monolingual();
            RankDistanceByLanguage.Estimate y = strategies.get(s).multilingual();
            XYIntervalSeries mark = new XYIntervalSeries(s);
            mark.add(x.value(), x.lower(), x.upper(), y.value(), y.lower(), y.upper());
            marks.addSeries(mark);
        }
        return marks;
    }

    private XYErrorRenderer dots(ChartStyle style, ColourScale scale) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(0);
        renderer.setErrorPaint(style.shade(.3));
        renderer.setErrorStroke(new BasicStroke(1));
        renderer.setUseOutlinePaint(true);
        for (int s = 0; s < strategies.size(); s++) {
            renderer.setSeriesPaint(s, scale.at(strategies.get(s).rankDistance()));
            renderer.setSeriesOutlinePaint(s, style.ink());
            renderer.setSeriesOutlineStroke(s, new BasicStroke(1));
            renderer.setSeriesShape(s, strategies.get(s).style().mark().sized(MARK));
        }
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(style.axisFont());
        renderer.setDefaultItemLabelPaint(style.ink());
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE2, TextAnchor.BOTTOM_LEFT));
        renderer.setDefaultItemLabelGenerator((data, s, item) -> strategies.get(s).label());
        renderer.setDefaultToolTipGenerator((data, s, item) -> words(strategies.get(s)));
        return renderer;
    }

    private static String words(StrategyMeans one) {
        return one.name()
                + ": monolingual "
                + Numbers.score(one.monolingual().value())
                + ", multilingual "
                + Numbers.score(one.multilingual().value())
                + ", rank distance "
                + Numbers.count(one.rankDistance());
    }

    private XYSeriesCollection line() {
        XYSeries line = new XYSeries("front", false, true);
        front().forEach(one -> line.add(one.monolingual().value(), one.multilingual().value()));
        return new XYSeriesCollection(line);
    }

    private static XYLineAndShapeRenderer joined(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, style.shade(.5));
        renderer.setSeriesStroke(0, new BasicStroke(1.4f));
        return renderer;
    }
}
