package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyTests;
import org.isogloss.ui.words.Words;

/**
 * What is shown of one test collection.
 *
 * @param scale the ends of the heatmaps' colour scale
 * @param heatmaps one for each strategy, in the study's order
 * @param differences one for each strategy but the baseline
 * @param scores one for each strategy, for the table of macro averages
 * @param tests which differences are more than chance, once that has been computed
 */
public record CollectionResults(
        String collection,
        Limits scale,
        List<Panel> heatmaps,
        List<Panel> differences,
        List<StrategyScores> scores,
        Optional<StudyTests> tests) {
    private static final Words WORDS = Words.of(CollectionResults.class);

    public CollectionResults {
        heatmaps = List.copyOf(heatmaps);
        differences = List.copyOf(differences);
        scores = List.copyOf(scores);
    }

    /** True if every strategy was scored with the same seeds. */
    public boolean comparable() {
        return StrategyScores.comparable(scores);
    }

    /** How it was searched and how often trained, in one line. */
    public String subtitle() {
        StrategyScores first = scores.get(0);
        String n =
                WORDS.text(
                        "collectionResults.questionsPerLanguage",
                        Numbers.count(first.questionsPerLanguage()));
        return WORDS.text(
                "collectionResults.eachQuestionLanguageSearched",
                n,
                StrategyScores.seedsInWords(scores));
    }

    /**
     * A figure under a short heading in a strategy's colour.
     *
     * @param strategy whose scores it shows
     * @param note the figure's numbers in brief, under the heading
     */
    public record Panel(
            String heading, String strategy, StrategyStyle style, String note, Figure figure) {}
}
