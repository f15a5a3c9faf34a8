package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * What one run gains and loses against another, for each pair of languages.
 *
 * @param run the run that is judged
 * @param baseline the run it is compared with
 * @param limits the ends of the colour scale, with zero in the middle
 * @param significant pairs whose difference passed the test, marked with a dot
 * @param test how they were tested, in words; empty if they were not
 * @param unseen languages that were never trained on, in brackets; empty where that is not told
 */
public record LanguagePairDifference(
        Scores run,
        Scores baseline,
        Provenance provenance,
        Limits limits,
        Set<LanguagePair> significant,
        String test,
        Set<Lang> unseen)
        implements Figure {
    private static final int GAIN = 4; // the column of the differences

    /** A run's name and its scores. */
    public record Scores(String name, LanguagePairTable table) {}

    /**
     * Takes two runs.
     *
     * @throws IllegalArgumentException if their metric or languages differ
     */
    public LanguagePairDifference {
        significant = Set.copyOf(significant);
        unseen = unseen == null ? Set.of() : Set.copyOf(unseen); // null in figures kept before
        run.table.difference(baseline.table);
    }

    /** A difference that does not tell what was trained on. */
    public LanguagePairDifference(
            Scores run,
            Scores baseline,
            Provenance provenance,
            Limits limits,
            Set<LanguagePair> significant,
            String test) {
        this(run, baseline, provenance, limits, significant, test, Set.of());
    }

    @Override
    public String id() {
        return "difference-"
                + Numbers.infix(run.table.metric())
                + Numbers.slug(run.name)
                + "-"
                + Numbers.slug(baseline.name);
    }

    @Override
    public String title() {
        return metric() + " gain: " + run.name + " − " + baseline.name;
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each cell is the "
                + metric()
                + " of "
                + run.name
                + " less that of "
                + baseline.name
                + ", for questions in the row's language and passages in the column's"
                + Numbers.brackets(unseen)
                + ". "
                + Numbers.meaning(run.table.metric())
                + " Red is a"
                + " gain, blue a loss, and the neutral middle no change."
                + dots(test)
                + " Many small cells of one colour can matter more than one strong cell: look at"
                + " the whole before the parts.";
    }

    /** What a dot means, by the words of the test. */
    static String dots(String test) {
        return test.isEmpty()
                ? " The differences were not tested."
                : " A dot marks a cell whose difference is more than chance by this test: "
                        + test
                        + "; a cell without one is a tie: the test cannot tell.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ColourScale scale = ColourScale.diverging(limits, style);
        LanguagePairTable gain = run.table.difference(baseline.table);
        String label = "difference in " + metric();
        return new Matrix(Cells.of(gain, significant, unseen), scale, label, Numbers::difference)
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        LanguagePairTable gain = run.table.difference(baseline.table);
        List<List<String>> rows = new ArrayList<>();
        List<TableMark> marks = new ArrayList<>();
        for (int q = 0; q < gain.questionLanguages().size(); q++) {
            for (int a = 0; a < gain.answerLanguages().size(); a++) {
                LanguagePair pair =
                        new LanguagePair(
                                gain.questionLanguages().get(q), gain.answerLanguages().get(a));
                if (significant.contains(pair)) {
                    marks.add(new TableMark(rows.size(), GAIN, "", false, true));
                }
                rows.add(
                        List.of(
                                pair.question().tag(),
                                pair.answer().tag(),
                                Numbers.plain(run.table.values().get(q).get(a)),
                                Numbers.plain(baseline.table.values().get(q).get(a)),
                                Numbers.plain(gain.values().get(q).get(a)),
                                test.isEmpty() ? "" : significant.contains(pair) ? "yes" : "no"));
            }
        }
        return new FigureTable(
                List.of(
                        "question language",
                        "answer language",
                        run.name,
                        baseline.name,
                        "difference in " + metric(),
                        "significant"),
                rows,
                marks);
    }

    /** A row for each question language, a column for each answer language. */
    @Override
    public FigureTable printed() {
        return Cells.of(run.table.difference(baseline.table), significant, unseen)
                .printed("", Numbers::difference);
    }

    private String metric() {
        return Numbers.metric(run.table.metric());
    }
}
