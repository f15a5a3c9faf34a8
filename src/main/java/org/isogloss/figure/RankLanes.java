package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.RelevantRank;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One question under the microscope: a lane for each answer language, and in it the rank of the
 * right answer and of the wrong ones before it, in one pool of all languages.
 *
 * @param languages answer languages, a lane each from the top
 * @param candidates how many passages the pool has
 * @param runs one or two; the second is the one compared with and drawn hollow
 */
public record RankLanes(
        String question,
        List<Lang> languages,
        int candidates,
        List<Run> runs,
        Provenance provenance)
        implements Figure {
    private static final String ACROSS = "rank in the multilingual pool (log scale, 1 is best)";
    private static final String DOWN = "answer language";
    private static final double BAND = .17;
    private static final double SPANS_ABOVE = -1.1;

    /** A run's ranking of the question. */
    public record Run(String name, StrategyStyle style, Ranking ranking) {
        private int best() {
            return ranking.relevant().stream().mapToInt(RelevantRank::inPool).min().orElse(1);
        }

        private int worst() {
            return ranking.relevant().stream().mapToInt(RelevantRank::inPool).max().orElse(1);
        }

        /** Worst less best rank of a right answer. */
        public int distance() {
            return worst() - best();
        }

        /** The wrong candidates before the best right answer, as far as the ranking was kept. */
        public List<Hit> intruders() {
            List<String> right = ranking.relevant().stream().map(RelevantRank::passageId).toList();
            return ranking.hits().stream()
                    .filter(hit -> hit.rank() < best() && !right.contains(hit.passageId()))
                    .toList();
        }
    }

    public RankLanes {
        languages = List.copyOf(languages);
        runs = List.copyOf(runs);
    }

    @Override
    public String id() {
        return "rank-lanes";
    }

    @Override
    public String title() {
        return "Where the answers to one question stand";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "The question is “"
                + question
                + "”. Each lane is an answer language; a mark is the rank of the right answer in"
                + " that language, in one pool of all languages, on a logarithmic scale. The shaded"
                + " span from the best to the worst of them is the question's rank distance: "
                + spans()
                + ". A short upright stroke is an intruder: a wrong candidate ranked before the"
                + " best right answer, in the lane of its own language; only the first candidates"
                + " of a ranking are kept, so intruders further down are not seen. A model without"
                + " language bias has all marks close together; close together and far to the left"
                + " is a good model.";
    }

    private String spans() {
        List<String> spans = new ArrayList<>();
        for (Run run : runs) {
            spans.add(run.name + " " + Numbers.count(run.distance()));
        }
        return String.join(", ", spans);
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NameAxis down = frame.rows(DOWN, languages.stream().map(Lang::tag).toList());
        down.setInverted(true);
        down.setRange(SPANS_ABOVE, languages.size() - .5);
        LogAxis across = new LogAxis(ACROSS);
        frame.styled(across);
        across.setSmallestValue(.8);
        across.setRange(.8, Math.max(10, candidates) * 1.1);
        across.setNumberFormatOverride(new AxisFormat(Numbers::count));
        across.setTickUnit(new NumberTickUnit(1, new AxisFormat(Numbers::count), 1));
        XYPlot plot = new XYPlot(marks(), across, down, renderer(style));
        frame.grid(plot);
        plot.setRangeGridlinesVisible(true);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double base = SPANS_ABOVE + BAND * (i + 1);
            plot.addAnnotation(
                    new XYLineAnnotation(
                            run.best(),
                            base,
                            run.worst(),
                            base,
                            run.style.stroke(3),
                            run.style.colour()));
            double aside = aside(i);
            for (Hit hit : run.intruders()) {
                double y = languages.indexOf(hit.lang()) + aside;
                plot.addAnnotation(
                        new XYLineAnnotation(
                                hit.rank(),
                                y - BAND,
                                hit.rank(),
                                y + BAND,
                                new BasicStroke(1.6f),
                                style.faded(style.ink(), i == 0 ? .75 : .4)));
            }
        }
        return frame.chart(this, plot, legend(style));
    }

    private double aside(int run) {
        return runs.size() == 1 ? 0 : run == 0 ? -BAND : BAND;
    }

    private XYSeriesCollection marks() {
        XYSeriesCollection marks = new XYSeriesCollection();
        for (int i = 0; i < runs.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            for (RelevantRank right : runs.get(i).ranking.relevant()) {
                series.add(right.inPool(), languages.indexOf(right.lang()) + aside(i));
            }
            marks.addSeries(series);
        }
        return marks;
    }

    private XYLineAndShapeRenderer renderer(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseOutlinePaint(true);
        renderer.setUseFillPaint(true);
        for (int i = 0; i < runs.size(); i++) {
            Color colour = runs.get(i).style.colour();
            renderer.setSeriesShape(i, runs.get(i).style.shape());
            renderer.setSeriesFillPaint(i, i == 0 ? colour : style.ground());
            renderer.setSeriesOutlinePaint(i, colour);
            renderer.setSeriesOutlineStroke(i, new BasicStroke(1.6f));
        }
        renderer.setDefaultToolTipGenerator(
                (data, run, item) ->
                        runs.get(run).name
                                + ", "
                                + languages.get((int) Math.round(data.getYValue(run, item)))
                                + ": rank "
                                + Numbers.count(data.getXValue(run, item)));
        return renderer;
    }

    private List<LegendItem> legend(ChartStyle style) {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            LegendItem item =
                    new LegendItem(
                            run.name + ", rank distance " + Numbers.count(run.distance()),
                            null,
                            null,
                            null,
                            run.style.shape(),
                            i == 0 ? run.style.colour() : style.ground(),
                            new BasicStroke(1.6f),
                            run.style.colour());
            items.add(item);
        }
        return items;
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            Map<Integer, List<String>> byRank = new TreeMap<>();
            run.ranking
                    .relevant()
                    .forEach(
                            right ->
                                    byRank.put(
                                            right.inPool(),
                                            row(run, right.inPool(), right.lang(), "right")));
            run.intruders()
                    .forEach(
                            hit ->
                                    byRank.put(
                                            hit.rank(), row(run, hit.rank(), hit.lang(), "wrong")));
            rows.addAll(byRank.values());
        }
        return new FigureTable(List.of("run", "rank", "answer language", "answer"), rows);
    }

    private static List<String> row(Run run, int rank, Lang lang, String right) {
        return List.of(run.name, Integer.toString(rank), lang.tag(), right);
    }
}
