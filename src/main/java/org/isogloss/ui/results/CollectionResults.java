package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.PoolHeatmap;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.PublishedMeans;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyTests;
import org.isogloss.ui.words.Words;

/**
 * What is shown of one test collection.
 *
 * @param measure what the heatmaps say
 * @param scale the ends of the heatmaps' colour scale
 * @param heatmaps one for each strategy, in the study's order, or one of all
 * @param differences one for each strategy but the baseline, or one of all
 * @param scores one for each strategy, for the table of macro averages
 * @param tests which differences are more than chance, once that has been computed
 * @param published the paper's models beside them; none unless they are asked for
 */
public record CollectionResults(
        String collection,
        CellMeasure measure,
        Limits scale,
        List<Panel> heatmaps,
        List<Panel> differences,
        List<StrategyScores> scores,
        Optional<StudyTests> tests,
        List<PublishedMeans> published) {
    private static final Words WORDS = Words.of(CollectionResults.class);

    public CollectionResults {
        heatmaps = List.copyOf(heatmaps);
        differences = List.copyOf(differences);
        scores = List.copyOf(scores);
        published = List.copyOf(published);
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
        String seeds = StrategyScores.seedsInWords(scores);
        return measure.pooled()
                ? WORDS.text(
                        "collectionResults.searchedInAll",
                        Numbers.count(first.candidates()),
                        n,
                        seeds)
                : WORDS.text("collectionResults.eachQuestionLanguageSearched", n, seeds);
    }

    /** The same while heatmaps cannot be shown. */
    static CollectionResults withoutHeatmaps(CellMeasure measure, List<StrategyScores> scores) {
        return new CollectionResults(
                scores.get(0).collection(),
                measure,
                new Limits(0, 1),
                List.of(),
                List.of(),
                scores,
                Optional.empty(),
                List.of());
    }

    /** The same beside the paper's models. */
    CollectionResults withPublished(List<PublishedMeans> models) {
        return new CollectionResults(
                collection, measure, scale, heatmaps, differences, scores, tests, models);
    }

    /**
     * What stands behind a cell.
     *
     * @param answer the language of the pool; empty for that of all languages
     */
    record Behind(StrategyScores strategy, Lang question, Optional<Lang> answer) {}

    /** What stands behind a cell, counted row by row, of one of the panels. */
    Optional<Behind> cell(Panel panel, int cell) {
        if (panel.figure() instanceof PoolHeatmap pool) {
            int columns = pool.languages().size();
            return strategy(pool.rows().get(cell / columns).strategy())
                    .map(
                            one ->
                                    new Behind(
                                            one,
                                            pool.languages().get(cell % columns),
                                            Optional.empty()));
        }
        LanguagePairTable table =
                panel.figure() instanceof LanguagePairDifference difference
                        ? difference.run().table()
                        : ((LanguagePairHeatmap) panel.figure()).scores();
        int columns = table.answerLanguages().size();
        return panel.strategy()
                .flatMap(this::strategy)
                .map(
                        one ->
                                new Behind(
                                        one,
                                        table.questionLanguages().get(cell / columns),
                                        Optional.of(table.answerLanguages().get(cell % columns))));
    }

    private Optional<StrategyScores> strategy(String name) {
        return scores.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * A figure under a short heading in a strategy's colour.
     *
     * @param strategy whose scores it shows; empty where it shows several
     * @param style that strategy's
     * @param note the figure's numbers in brief, under the heading
     */
    public record Panel(
            String heading,
            Optional<String> strategy,
            Optional<StrategyStyle> style,
            String note,
            Figure figure) {}
}
