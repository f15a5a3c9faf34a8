package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * One run's score for each question language (rows) and answer language (columns).
 *
 * @param run the run's name
 * @param limits the ends of the colour scale, the same for all runs that are compared
 * @param unseen languages that were never trained on, in brackets; empty where that is not told
 */
public record LanguagePairHeatmap(
        String run,
        Provenance provenance,
        LanguagePairTable scores,
        Limits limits,
        ColourScale.Palette palette,
        Set<Lang> unseen)
        implements Figure {

    public LanguagePairHeatmap {
        unseen = unseen == null ? Set.of() : Set.copyOf(unseen); // null in figures kept before
    }

    /** A heatmap that does not tell what was trained on. */
    public LanguagePairHeatmap(
            String run,
            Provenance provenance,
            LanguagePairTable scores,
            Limits limits,
            ColourScale.Palette palette) {
        this(run, provenance, scores, limits, palette, Set.of());
    }

    @Override
    public String id() {
        return "language-pairs-" + Numbers.infix(scores.metric()) + Numbers.slug(run);
    }

    @Override
    public String title() {
        return metric() + " by language pair: " + run;
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Each cell is the "
                + metric()
                + " of questions in the row's language, searched among the passages of the"
                + " column's language"
                + Numbers.brackets(unseen)
                + ". "
                + Numbers.meaning(scores.metric())
                + " The outlined diagonal is search within one language; all"
                + " else is search across languages. A bright diagonal on a dark ground means that"
                + " the model finds answers mainly in the question's own language. Compare"
                + " pictures by colour only where their scales have the same ends.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ColourScale scale = ColourScale.sequential(palette, limits, style);
        return new Matrix(Cells.of(scores, Set.of(), unseen), scale, metric(), Numbers::score)
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int q = 0; q < scores.questionLanguages().size(); q++) {
            for (int a = 0; a < scores.answerLanguages().size(); a++) {
                rows.add(
                        List.of(
                                scores.questionLanguages().get(q).tag(),
                                scores.answerLanguages().get(a).tag(),
                                Numbers.plain(scores.values().get(q).get(a))));
            }
        }
        return new FigureTable(List.of("question language", "answer language", metric()), rows);
    }

    /** A row for each question language, a column for each answer language. */
    @Override
    public FigureTable printed() {
        return Cells.of(scores, Set.of(), unseen).printed("", Numbers::score);
    }

    private String metric() {
        return Numbers.metric(scores.metric());
    }
}
