package org.isogloss.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.figure.Figure;
import org.isogloss.figure.NamedFigure;
import org.isogloss.retrieval.Score;
import org.isogloss.run.KeptScores;

/**
 * What a study's strategies scored on one collection from one backbone.
 *
 * @param name the collection, and the backbone where there are several, for files
 * @param scores one for each strategy that has been scored, at least one
 * @param tests which differences are more than chance; empty where there is nothing to compare
 * @param cells the heatmaps of each measure that was asked for
 * @param strategies figures that hold all strategies in one
 * @param measures every bias measure
 * @param bias the measures that stand for the others as charts by question language
 */
public record CollectionFigures(
        String name,
        List<StrategyScores> scores,
        Optional<StudyTests> tests,
        List<CellFigures> cells,
        StrategyFigures strategies,
        Measures measures,
        List<Figure> bias) {
    private static final Set<String> CHARTED = Set.of(Score.RANK_DISTANCE, Score.OWN_LANGUAGE_1);

    public CollectionFigures {
        scores = List.copyOf(scores);
        cells = List.copyOf(cells);
        bias = List.copyOf(bias);
    }

    /**
     * Reads scores and bias reports and makes the tests, which takes seconds.
     *
     * @param heatmaps those of each measure that is asked for
     */
    static CollectionFigures of(
            StudySnapshot study,
            List<StrategyScores> scores,
            Map<CellMeasure, Heatmaps> heatmaps,
            KeptScores kept) {
        Optional<StudyTests> tests =
                heatmaps.values().stream()
                        .findFirst()
                        .flatMap(first -> first.question(scores))
                        .map(question -> StudyTests.of(question, kept));
        Measures measures = Measures.read(scores, study);
        return new CollectionFigures(
                scores.get(0).collection(),
                scores,
                tests,
                heatmaps.entrySet().stream()
                        .map(
                                one ->
                                        CellFigures.of(
                                                one.getKey(), one.getValue(), scores, tests, kept))
                        .toList(),
                StrategyFigures.of(study, scores),
                measures,
                measures.rows().stream()
                        .filter(row -> CHARTED.contains(row.measure().id()))
                        .map(row -> (Figure) measures.figure(row, measures.provenance(study)))
                        .toList());
    }

    /** The collection's name. */
    public String collection() {
        return scores.get(0).collection();
    }

    /** The name of what its models started from. */
    public String backbone() {
        return scores.get(0).backbone();
    }

    /** The table of means. */
    MacroAverages means() {
        return new MacroAverages(scores, tests, List.of());
    }

    /** The α curve and what no other strategy dominates; none for too few shares. */
    List<Figure> curve() {
        return strategies.curve()
                ? List.of(strategies.alphaCurve(), strategies.paretoFront())
                : List.of();
    }

    /** The scores by language. */
    List<Figure> byLanguage() {
        return List.of(strategies.multilingualByLanguage(), strategies.monolingualByLanguage());
    }

    /** All figures in the order of a paper. */
    Stream<Figure> all() {
        return Stream.concat(
                cells.stream().flatMap(CellFigures::all),
                Stream.of(byLanguage(), curve(), bias).flatMap(List::stream));
    }

    /** The same with every figure under a name that tells it from those of other collections. */
    CollectionFigures named(String other) {
        String ending = "-" + other;
        return new CollectionFigures(
                other,
                scores,
                tests,
                cells.stream().map(one -> one.named(figure -> named(figure, ending))).toList(),
                new StrategyFigures(
                        named(strategies.multilingualByLanguage(), ending),
                        named(strategies.monolingualByLanguage(), ending),
                        named(strategies.alphaCurve(), ending),
                        named(strategies.paretoFront(), ending),
                        strategies.shares()),
                measures,
                named(bias, ending));
    }

    private static List<Figure> named(List<Figure> figures, String ending) {
        return figures.stream().map(figure -> named(figure, ending)).toList();
    }

    private static Figure named(Figure figure, String ending) {
        return new NamedFigure(figure.id() + ending, figure);
    }
}
