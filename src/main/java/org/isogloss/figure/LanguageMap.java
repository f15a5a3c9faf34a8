package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.geometry.PrincipalMap;
import org.isogloss.run.CollectionVectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Texts laid out by their vectors' two leading principal components, coloured by language.
 *
 * @param subject whose vectors they are, such as a run with what was taken out of them
 * @param languages in the order of their colours
 * @param dots the texts shown
 * @param explained the share of the variance on each axis
 * @param look what stands out
 */
public record LanguageMap(
        String subject,
        List<Lang> languages,
        List<Dot> dots,
        List<Double> explained,
        Look look,
        Provenance provenance)
        implements Figure {
    private static final int ALPHA = 150;

    /** Of languages that are not chosen. */
    private static final int FAINT = 36;

    /** So many dots of a language and side can be told apart. */
    private static final int DOTS = 150;

    private static final double RADIUS = 2.2;

    /** Begins the key of a question's mark; its id follows. */
    public static final String QUESTION = "question:";

    /** Begins the key of a passage's mark; its id follows. */
    public static final String PASSAGE = "passage:";

    /** Begins the key of a language's mark in any figure; its code follows. */
    public static final String LANGUAGE = "language:";

    /** A text's place. */
    public record Dot(String id, Lang lang, boolean question, double x, double y) {}

    /**
     * What stands out, and how far the axes go.
     *
     * @param reach both axes go from its negative to it; 0 to fit the dots
     * @param chosen the language that stands out; empty for none
     * @param joined a question first, then its answers, joined to it by lines; may be empty
     */
    public record Look(double reach, Optional<Lang> chosen, List<Dot> joined) {
        /** All dots alike. */
        public static final Look PLAIN = new Look(0, Optional.empty(), List.of());

        public Look {
            joined = List.copyOf(joined);
        }
    }

    /** A map on which all dots are alike. */
    public LanguageMap(
            String subject,
            List<Lang> languages,
            List<Dot> dots,
            List<Double> explained,
            Provenance provenance) {
        this(subject, languages, dots, explained, Look.PLAIN, provenance);
    }

    public LanguageMap {
        languages = List.copyOf(languages);
        dots = List.copyOf(dots);
        explained = List.copyOf(explained);
    }

    /**
     * Lays out a collection's questions and passages together; of each language and side at most
     * 150 are shown, evenly spread, but all have their part in the axes.
     */
    public static LanguageMap of(String subject, CollectionVectors vectors, Provenance provenance) {
        PrincipalMap map = PrincipalMap.of(vectors.all());
        List<Question> questions = vectors.search().questions();
        List<Passage> passages = vectors.search().passages();
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            dots.add(dot(question.id(), question.lang(), true, map.points().get(i)));
        }
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            PrincipalMap.Point point = map.points().get(questions.size() + i);
            dots.add(dot(passage.id(), passage.lang(), false, point));
        }
        List<Lang> languages = dots.stream().map(Dot::lang).distinct().toList();
        List<Dot> shown = new ArrayList<>();
        for (Lang language : languages) {
            for (boolean question : new boolean[] {false, true}) {
                shown.addAll(spread(dots, language, question));
            }
        }
        return new LanguageMap(subject, languages, shown, map.explained(), provenance);
    }

    private static Dot dot(String id, Lang lang, boolean question, PrincipalMap.Point point) {
        return new Dot(id, lang, question, point.x(), point.y());
    }

    private static List<Dot> spread(List<Dot> dots, Lang language, boolean question) {
        List<Dot> all =
                dots.stream()
                        .filter(dot -> dot.lang.equals(language) && dot.question == question)
                        .toList();
        int shown = Math.min(DOTS, all.size());
        return IntStream.range(0, shown)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / shown)))
                .toList();
    }

    @Override
    public String id() {
        return "language-map-" + Numbers.slug(subject);
    }

    @Override
    public String title() {
        return "Questions and passages by their vectors, " + subject;
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each mark is a text, placed by the two directions in which all vectors differ most"
                + " (principal components), and coloured by its language. Where languages lie apart"
                + " the model tells texts by language, and a search across languages starts with a"
                + " handicap; where they mix, it does not in these two directions. Two directions"
                + " are few: the axes say how much of the whole they show.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NumberAxis across = frame.numbers(axis(0), Numbers::tick);
        NumberAxis up = frame.numbers(axis(1), Numbers::tick);
        across.setAutoRangeIncludesZero(false);
        up.setAutoRangeIncludesZero(false);
        if (look.reach > 0) {
            across.setRange(-look.reach, look.reach);
            up.setRange(-look.reach, look.reach);
        }
        XYPlot plot = new XYPlot(series(), across, up, renderer());
        if (!look.joined.isEmpty()) {
            plot.setDataset(1, lines());
            plot.setRenderer(1, drawnLines(style));
            plot.setDataset(2, ends());
            plot.setRenderer(2, drawnEnds(style));
            plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        }
        frame.grid(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setNoDataMessage("No vectors yet");
        return frame.chart(this, plot, legend(style));
    }

    @Override
    public FigureTable table() {
        return new FigureTable(
                List.of("id", "language", "side", "component 1", "component 2"),
                dots.stream()
                        .map(
                                dot ->
                                        List.of(
                                                dot.id,
                                                dot.lang.tag(),
                                                dot.question ? "question" : "passage",
                                                Numbers.plain(dot.x),
                                                Numbers.plain(dot.y)))
                        .toList());
    }

    private String axis(int axis) {
        return String.format(
                Locale.ROOT,
                "principal component %d (%.0f %% of the variance)",
                axis + 1,
                100 * explained.get(axis));
    }

    /** Two for each language: its passages, and its questions. */
    private XYSeriesCollection series() {
        XYSeriesCollection all = new XYSeriesCollection();
        for (Lang language : languages) {
            for (boolean question : new boolean[] {false, true}) {
                XYSeries series = new XYSeries(language.tag() + question, false, true);
                dots.stream()
                        .filter(dot -> dot.lang.equals(language) && dot.question == question)
                        .forEach(dot -> series.add(dot.x, dot.y));
                all.addSeries(series);
            }
        }
        return all;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        LanguageColours colours = new LanguageColours(languages);
        for (int l = 0; l < languages.size(); l++) {
            Color solid = colours.of(languages.get(l));
            boolean faint = look.chosen.isPresent() && !look.chosen.get().equals(languages.get(l));
            int alpha = faint ? FAINT : ALPHA;
            Color clear = new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), alpha);
            renderer.setSeriesPaint(2 * l, clear);
            renderer.setSeriesShape(2 * l, passage());
            renderer.setSeriesPaint(2 * l + 1, clear);
            renderer.setSeriesShape(2 * l + 1, question());
            renderer.setSeriesShapesFilled(2 * l + 1, false);
        }
        renderer.setDefaultToolTipGenerator(
                (data, series, item) ->
                        languages.get(series / 2)
                                + (series % 2 == 0 ? ", passage " : ", question ")
                                + shown(series).get(item).id);
        renderer.setURLGenerator(
                (data, series, item) ->
                        (series % 2 == 0 ? PASSAGE : QUESTION) + shown(series).get(item).id);
        return renderer;
    }

    private XYSeriesCollection lines() {
        XYSeriesCollection lines = new XYSeriesCollection();
        Dot question = look.joined.get(0);
        for (int i = 1; i < look.joined.size(); i++) {
            XYSeries line = new XYSeries(i, false, true);
            line.add(question.x, question.y);
            line.add(look.joined.get(i).x, look.joined.get(i).y);
            lines.addSeries(line);
        }
        return lines;
    }

    private static XYLineAndShapeRenderer drawnLines(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setDefaultPaint(style.faded(style.ink(), .5));
        renderer.setDefaultStroke(new BasicStroke(1));
        renderer.setDefaultCreateEntities(false);
        return renderer;
    }

    /** A series for each, because each has its colour. */
    private XYSeriesCollection ends() {
        XYSeriesCollection ends = new XYSeriesCollection();
        for (int i = 0; i < look.joined.size(); i++) {
            XYSeries end = new XYSeries(i, false, true);
            end.add(look.joined.get(i).x, look.joined.get(i).y);
            ends.addSeries(end);
        }
        return ends;
    }

    private XYLineAndShapeRenderer drawnEnds(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultCreateEntities(false); // the dot below takes the click
        LanguageColours colours = new LanguageColours(languages);
        for (int i = 0; i < look.joined.size(); i++) {
            renderer.setSeriesShape(i, look.joined.get(i).question ? diamond(7) : circle(4.5));
            renderer.setSeriesFillPaint(i, colours.of(look.joined.get(i).lang));
            renderer.setSeriesOutlinePaint(i, style.ink());
            renderer.setSeriesOutlineStroke(i, new BasicStroke(1.4f));
        }
        return renderer;
    }

    private List<Dot> shown(int series) {
        return dots.stream()
                .filter(dot -> dot.lang.equals(languages.get(series / 2)))
                .filter(dot -> dot.question == (series % 2 == 1))
                .toList();
    }

    private List<LegendItem> legend(ChartStyle style) {
        LanguageColours colours = new LanguageColours(languages);
        List<LegendItem> items = new ArrayList<>();
        for (Lang language : languages) {
            boolean faint = look.chosen.isPresent() && !look.chosen.get().equals(language);
            Color colour = colours.of(language);
            items.add(
                    new LegendItem(
                            language.tag(),
                            null,
                            null,
                            LANGUAGE + language.tag(),
                            circle(4),
                            faint ? style.faded(colour, .3) : colour));
        }
        items.add(new LegendItem("passage", null, null, null, passage(), style.ink()));
        items.add(
                new LegendItem(
                        "question", null, null, null, question(), new BasicStroke(1), style.ink()));
        return items;
    }

    private static Shape passage() {
        return circle(RADIUS);
    }

    private static Shape question() {
        return diamond(1.5 * RADIUS);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape diamond(double radius) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -radius);
        diamond.lineTo(radius, 0);
        diamond.lineTo(0, radius);
        diamond.lineTo(-radius, 0);
        diamond.closePath();
        return diamond;
    }
}
