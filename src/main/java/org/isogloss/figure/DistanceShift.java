package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The rank distance of every question before and after: the share of questions whose answers lie
 * within so many ranks, for two runs on the same questions.
 *
 * @param before the run compared with
 * @param after the run looked at, its questions in the same order
 */
public record DistanceShift(Side before, Side after, Provenance provenance) implements Figure {
    private static final String ACROSS = "rank distance of a question (log scale, lower is better)";
    private static final String UP = "share of questions within it (%)";

    /** The least place of a logarithmic axis: nearer to nothing than one rank. */
    private static final double LEAST = .8;

    /** A run's rank distances, a question each. */
    public record Side(String name, StrategyStyle style, List<Integer> distances) {
        public Side {
            distances = List.copyOf(distances);
        }

        /** Of an even number of questions, half of the middle two together. */
        double median() {
            int[] sorted = sorted();
            int n = sorted.length;
            return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
        }

        private int[] sorted() {
            int[] sorted = distances.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /**
     * Takes both sides.
     *
     * @throws IllegalArgumentException if they have different numbers of questions
     */
    public DistanceShift {
        if (before.distances.size() != after.distances.size()) {
            throw new IllegalArgumentException("the runs differ in questions");
        }
    }

    @Override
    public String id() {
        return "rank-distance-shift";
    }

    @Override
    public String title() {
        return "Rank distance of every question, before and after";
    }

    @Override
    public String subtitle() {
        return String.join(
                " · ",
                "closer together under "
                        + after.name
                        + " for "
                        + percent(share(-1))
                        + " of questions, as far for "
                        + percent(share(0))
                        + ", further apart for "
                        + percent(share(1)),
                provenance.line());
    }

    @Override
    public String explanation() {
        return "Each line climbs over the questions, sorted by how many ranks lie between their"
                + " best and their worst ranked answer: a line further to the left and up means"
                + " that answers stand closer together. The upright lines are the medians. The"
                + " shares above count question by question, before against after: two lines may"
                + " be far apart although some questions get worse. A question counts once in each"
                + " language, and translations of one question are alike, so there is less"
                + " evidence than there are questions; nothing is tested here.";
    }

    /** The share of questions whose distance fell (-1), stayed (0) or grew (1). */
    double share(int direction) {
        int count = 0;
        int n = after.distances.size();
        for (int q = 0; q < n; q++) {
            int way = Integer.compare(after.distances.get(q), before.distances.get(q));
            count += Integer.signum(way) == direction ? 1 : 0;
        }
        return n == 0 ? Double.NaN : (double) count / n;
    }

    private static String percent(double share) {
        return Numbers.count(100 * share) + " %";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        LogAxis across = new LogAxis(ACROSS);
        frame.styled(across);
        across.setSmallestValue(LEAST);
        across.setRange(lower(), upper());
        across.setNumberFormatOverride(new AxisFormat(Numbers::count));
        across.setTickUnit(new NumberTickUnit(1, new AxisFormat(Numbers::count), 1));
        NumberAxis up = frame.numbers(UP, Numbers::tick);
        up.setRange(0, 100);
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true); // or each step would begin its dashes anew
        XYPlot plot = new XYPlot(data, across, up, renderer);
        frame.grid(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        for (Side side : sides()) {
            int s = data.getSeriesCount();
            data.addSeries(steps(side, s));
            renderer.setSeriesPaint(s, side.style.colour());
            renderer.setSeriesStroke(s, side.style.stroke(2));
            ValueMarker median =
                    new ValueMarker(
                            Math.max(LEAST, side.median()),
                            side.style.colour(),
                            new BasicStroke(1));
            plot.addDomainMarker(median, Layer.BACKGROUND);
        }
        return frame.chart(this, plot, legend());
    }

    private List<Side> sides() {
        return List.of(after, before);
    }

    private double lower() {
        int least =
                sides().stream()
                        .flatMap(side -> side.distances.stream())
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(1);
        return Math.max(LEAST, .8 * least);
    }

    private double upper() {
        int most =
                sides().stream()
                        .flatMap(side -> side.distances.stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(1);
        return Math.max(10, 1.1 * most);
    }

    private XYSeries steps(Side side, int key) {
        int[] sorted = side.sorted();
        XYSeries steps = new XYSeries(key, false, true);
        steps.add(lower(), 0);
        int below = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i + 1] > sorted[i]) {
                double at = Math.max(LEAST, sorted[i]);
                steps.add(at, 100.0 * below / sorted.length);
                below = i + 1;
                steps.add(at, 100.0 * below / sorted.length);
            }
        }
        steps.add(upper(), 100);
        return steps;
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (Side side : sides()) {
            items.add(
                    new LegendItem(
                            side.name + ", median " + Numbers.count(side.median()),
                            null,
                            null,
                            null,
                            new Line2D.Double(-18, 0, 18, 0),
                            side.style.stroke(2),
                            side.style.colour()));
        }
        return items;
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int q = 0; q < after.distances.size(); q++) {
            rows.add(
                    List.of(
                            Integer.toString(q + 1),
                            Integer.toString(before.distances.get(q)),
                            Integer.toString(after.distances.get(q))));
        }
        return new FigureTable(
                List.of(
                        "question",
                        "rank distance before, " + before.name,
                        "rank distance after, " + after.name),
                rows);
    }
}
