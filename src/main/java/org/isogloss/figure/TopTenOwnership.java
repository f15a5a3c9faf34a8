package org.isogloss.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Whose passages fill the ten best places: for each question language the share of every answer
 * language, one panel a run. The question's own language comes first and stands out.
 *
 * @param panels runs with the same languages
 * @param chosen the language that stands out; empty for none
 */
public record TopTenOwnership(List<Panel> panels, Optional<Lang> chosen, Provenance provenance)
        implements Figure {
    /**
     * One run.
     *
     * @param shares shares of one; each row sums to one
     */
    public record Panel(String run, StrategyStyle style, LanguagePairTable shares) {}

    /** A figure in which no language stands out. */
    public TopTenOwnership(List<Panel> panels, Provenance provenance) {
        this(panels, Optional.empty(), provenance);
    }

    /** The same with a language that stands out, or with none. */
    public TopTenOwnership choosing(Optional<Lang> language) {
        return new TopTenOwnership(panels, language, provenance);
    }

    /**
     * Takes the runs.
     *
     * @throws IllegalArgumentException if there is none, or their languages differ
     */
    public TopTenOwnership {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("no run");
        }
        LanguagePairTable first = panels.get(0).shares;
        for (Panel panel : panels) {
            if (!panel.shares.questionLanguages().equals(first.questionLanguages())
                    || !panel.shares.answerLanguages().equals(first.answerLanguages())) {
                throw new IllegalArgumentException("the runs differ in languages");
            }
        }
    }

    @Override
    public String id() {
        return panels.size() == 1 ? "top-ten-" + Numbers.slug(panels.get(0).run) : "top-ten";
    }

    @Override
    public String title() {
        return "Who owns the top 10";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each bar is the ten best passages for questions in one language, searched in one"
                + " pool of all languages and shared out by the passages' language. The strong"
                + " part with the number is the question's own language; the line between the bars"
                + " is the share each language would have if none were preferred. A long strong"
                + " part means that the model prefers the question's language. An even share is"
                + " not yet a good ranking: it says nothing on whether the passages are right.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        CategoryAxis down = new CategoryAxis("question language");
        frame.styled(down);
        down.setLowerMargin(.01);
        down.setUpperMargin(.01);
        down.setCategoryMargin(.22);
        CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(down);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setGap(28);
        plot.setInsets(new RectangleInsets(8, 0, 0, 12));
        boolean few = panels.size() <= 2;
        for (int p = 0; p < panels.size(); p++) {
            boolean labelled = few || p == (panels.size() - 1) / 2;
            plot.add(panel(panels.get(p), labelled, frame));
        }
        return frame.chart(this, plot, legend());
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            LanguagePairTable shares = panel.shares;
            for (int q = 0; q < shares.questionLanguages().size(); q++) {
                for (int a = 0; a < shares.answerLanguages().size(); a++) {
                    rows.add(
                            List.of(
                                    panel.run,
                                    shares.questionLanguages().get(q).tag(),
                                    shares.answerLanguages().get(a).tag(),
                                    Numbers.plain(shares.values().get(q).get(a))));
                }
            }
        }
        return new FigureTable(
                List.of("run", "question language", "answer language", "share of top 10"), rows);
    }

    private CategoryPlot panel(Panel panel, boolean labelled, ChartFrame frame) {
        ChartStyle style = frame.style();
        NumberAxis along = frame.numbers(labelled ? "share of top 10 (%)" : null, Numbers::tick);
        along.setRange(0, 100);
        along.setTickUnit(new NumberTickUnit(50));
        OwnershipRenderer renderer =
                new OwnershipRenderer(panel.shares, languageColours(), chosen, style);
        CategoryPlot plot = new CategoryPlot(parts(panel.shares), null, along, renderer);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeAxis(1, heading(panel, frame));
        plot.setRangeAxisLocation(1, AxisLocation.TOP_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        double even = 100. / panel.shares.answerLanguages().size();
        ValueMarker evenShare = new ValueMarker(even, style.ink(), new BasicStroke(1.2f));
        plot.addRangeMarker(evenShare, Layer.BACKGROUND);
        chosen.filter(panel.shares.questionLanguages()::contains)
                .ifPresent(
                        lang ->
                                plot.addDomainMarker(
                                        new CategoryMarker(
                                                lang.tag(), style.shade(.14), new BasicStroke(1)),
                                        Layer.BACKGROUND));
        return plot;
    }

    /** A second axis without ticks: the one place where a panel of a combined plot has a name. */
    private static NumberAxis heading(Panel panel, ChartFrame frame) {
        NumberAxis heading = frame.numbers(panel.run, Numbers::tick);
        heading.setLabelFont(frame.style().headingFont(panel.run));
        heading.setLabelPaint(frame.style().ink());
        heading.setTickLabelsVisible(false);
        heading.setRange(0, 100);
        return heading;
    }

    /** Series 0 is each bar's own language; the others follow in the table's order. */
    private static DefaultCategoryDataset parts(LanguagePairTable shares) {
        DefaultCategoryDataset parts = new DefaultCategoryDataset();
        List<Lang> answers = shares.answerLanguages();
        for (int q = 0; q < shares.questionLanguages().size(); q++) {
            Lang question = shares.questionLanguages().get(q);
            int own = answers.indexOf(question);
            parts.addValue(own < 0 ? 0 : share(shares, q, own), "own", question.tag());
            for (int a = 0; a < answers.size(); a++) {
                double share = a == own ? 0 : share(shares, q, a);
                parts.addValue(share, answers.get(a).tag(), question.tag());
            }
        }
        return parts;
    }

    private static double share(LanguagePairTable shares, int question, int answer) {
        return 100 * shares.values().get(question).get(answer);
    }

    private LanguageColours languageColours() {
        return new LanguageColours(panels.get(0).shares.answerLanguages());
    }

    private List<LegendItem> legend() {
        LanguageColours colours = languageColours();
        return colours.languages().stream()
                .map(
                        language ->
                                new LegendItem(
                                        language.tag(),
                                        null,
                                        null,
                                        LanguageMap.LANGUAGE + language.tag(),
                                        Mark.SQUARE.sized(11),
                                        colours.of(language)))
                .toList();
    }
}
