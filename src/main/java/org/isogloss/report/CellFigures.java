package org.isogloss.report;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isogloss.figure.Figure;
import org.isogloss.run.KeptScores;

/**
 * The heatmaps of a collection that say one thing.
 *
 * @param measure what their cells say
 * @param scores what each strategy has
 * @param differences what each has more than the baseline; none where seeds are not the same
 * @param refusal why differences could not be tested; empty if they were, or there are none
 */
record CellFigures(
        CellMeasure measure, List<Figure> scores, List<Figure> differences, String refusal) {
    CellFigures {
        scores = List.copyOf(scores);
        differences = List.copyOf(differences);
    }

    /**
     * Lays out the heatmaps of a collection; makes the tests of their cells, which takes seconds.
     *
     * @param means whose macro means have been tested; empty where there is nothing to compare
     */
    static CellFigures of(
            CellMeasure measure,
            Heatmaps heatmaps,
            List<StrategyScores> scores,
            Optional<StudyTests> means,
            KeptScores kept) {
        Optional<StudyTests> tests =
                heatmaps.question(scores)
                        .flatMap(question -> means.map(known -> known.withCells(question, kept)));
        List<Figure> differences =
                heatmaps.baseline(scores)
                        .map(base -> figures(heatmaps.differences(scores, base, tests)))
                        .orElse(List.of());
        return new CellFigures(
                measure,
                figures(heatmaps.scores(scores)),
                differences,
                tests.map(StudyTests::refusal).orElse(""));
    }

    private static List<Figure> figures(List<Heatmaps.Shown> shown) {
        return shown.stream().map(Heatmaps.Shown::figure).toList();
    }

    /** All figures, the scores first. */
    Stream<Figure> all() {
        return Stream.concat(scores.stream(), differences.stream());
    }

    /** The same with other names. */
    CellFigures named(UnaryOperator<Figure> name) {
        return new CellFigures(
                measure,
                scores.stream().map(name).toList(),
                differences.stream().map(name).toList(),
                refusal);
    }
}
