package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
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
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One question under the microscope: a lane for each answer language, and in it the rank of the
 * right answer and of the wrong ones before it, in one pool of all languages. Of several seeds the
 * median is marked, with a line from the least to the greatest rank.
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
    private static final String SEVERAL =
            "A mark is the median over seeds and the line through it goes from the least to the"
                    + " greatest rank; distances are those of each seed, which the span between"
                    + " medians need not equal, and intruders are seen with a single seed.";
    private static final String INTRUDERS =
            "A short upright stroke is an intruder: a wrong candidate ranked before the best right"
                    + " answer, in the lane of its own language; only the first candidates of a"
                    + " ranking are kept, so intruders further down are not seen.";
    private static final double BAND = .17;
    private static final double SPANS_ABOVE = -1.1;

    /**
     * A strategy's ranking of the question.
     *
     * @param ranking of its only seed, or the first of several
     * @param more those of the other seeds
     */
    public record Run(String name, StrategyStyle style, Ranking ranking, List<Ranking> more) {
        public Run {
            more = more == null ? List.of() : List.copyOf(more); // null in figures kept before
        }

        /** A strategy's ranking under a single seed. */
        public Run(String name, StrategyStyle style, Ranking ranking) {
            this(name, style, ranking, List.of());
        }

        private boolean several() {
            return !more.isEmpty();
        }

        private Stream<Ranking> seeds() {
            return Stream.concat(Stream.of(ranking), more.stream());
        }

        /** A right answer's ranks under all seeds, least first. */
        private double[] ranks(RelevantRank right) {
            return seeds().flatMap(seed -> seed.relevant().stream())
                    .filter(one -> one.passageId().equals(right.passageId()))
                    .mapToDouble(RelevantRank::inPool)
                    .sorted()
                    .toArray();
        }

        /** Where a right answer is marked: the median over seeds. */
        private double rank(RelevantRank right) {
            return Median.of(ranks(right));
        }

        private double best() {
            return ranking.relevant().stream().mapToDouble(this::rank).min().orElse(1);
        }

        private double worst() {
            return ranking.relevant().stream().mapToDouble(this::rank).max().orElse(1);
        }

        /** Worst less best rank of a right answer, of several seeds the median of theirs. */
        public double distance() {
            return Median.of(distances());
        }

        private double[] distances() {
            return seeds().mapToDouble(Run::distance).sorted().toArray();
        }

        private static int distance(Ranking seed) {
            IntSummaryStatistics ranks =
                    seed.relevant().stream().mapToInt(RelevantRank::inPool).summaryStatistics();
            return ranks.getCount() == 0 ? 0 : ranks.getMax() - ranks.getMin();
        }

        /** The distance in words, of several seeds with the least and the greatest. */
        private String distanceInWords() {
            double[] all = distances();
            return several()
                    ? "median %s of %d seeds, %s to %s"
                            .formatted(
                                    Numbers.count(distance()),
                                    all.length,
                                    Numbers.count(all[0]),
                                    Numbers.count(all[all.length - 1]))
                    : Numbers.count(distance());
        }

        /**
         * The wrong candidates before the best right answer, as far as the ranking was kept; none
         * of several seeds, which each have others.
         */
        public List<Hit> intruders() {
            if (several()) {
                return List.of();
            }
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
                + ". "
                + (runs.stream().anyMatch(Run::several) ? SEVERAL : INTRUDERS)
                + " A model without"
                + " language bias has all marks close together; close together and far to the left"
                + " is a good model.";
    }

    private String spans() {
        List<String> spans = new ArrayList<>();
        for (Run run : runs) {
            spans.add(run.name + " " + run.distanceInWords());
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
            spread(run, aside)
                    .forEach(line -> plot.getRenderer().addAnnotation(line, Layer.BACKGROUND));
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

    /** A line for each right answer whose seeds differ, from its least to its greatest rank. */
    private List<XYLineAnnotation> spread(Run run, double aside) {
        List<XYLineAnnotation> lines = new ArrayList<>();
        for (RelevantRank right : run.ranking.relevant()) {
            double[] ranks = run.ranks(right);
            double y = languages.indexOf(right.lang()) + aside;
            if (ranks[0] < ranks[ranks.length - 1]) {
                lines.add(
                        new XYLineAnnotation(
                                ranks[0],
                                y,
                                ranks[ranks.length - 1],
                                y,
                                new BasicStroke(1.6f),
                                run.style.colour()));
            }
        }
        return lines;
    }

    private double aside(int run) {
        return runs.size() == 1 ? 0 : run == 0 ? -BAND : BAND;
    }

    private XYSeriesCollection marks() {
        XYSeriesCollection marks = new XYSeriesCollection();
        for (int i = 0; i < runs.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            for (RelevantRank right : runs.get(i).ranking.relevant()) {
                series.add(runs.get(i).rank(right), languages.indexOf(right.lang()) + aside(i));
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
                            run.name + ", rank distance " + run.distanceInWords(),
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
            List<List<String>> its = new ArrayList<>();
            for (RelevantRank right : run.ranking.relevant()) {
                its.add(row(run, run.ranks(right), right.lang(), "right"));
            }
            for (Hit hit : run.intruders()) {
                its.add(row(run, new double[] {hit.rank()}, hit.lang(), "wrong"));
            }
            // ranks of one seed differ; medians that tie stand as the ranking names them
            its.sort(Comparator.comparingDouble(row -> Double.parseDouble(row.get(1))));
            rows.addAll(its);
        }
        return new FigureTable(
                List.of("run", "rank", "answer language", "answer", "least", "greatest"), rows);
    }

    private static List<String> row(Run run, double[] ranks, Lang lang, String right) {
        return List.of(
                run.name,
                Numbers.plain(Median.of(ranks)),
                lang.tag(),
                right,
                Numbers.plain(ranks[0]),
                Numbers.plain(ranks[ranks.length - 1]));
    }
}
