package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.analysis.bias.Estimate;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.report.Measures;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a study's bias measures as the window's place Bias shows them. */
@Command(
        name = "measures",
        description = {
            "Print every bias measure of each strategy of a study: the mean over its seeds, with"
                    + " 95%% intervals over questions, and the mean of each question language.",
            "Read from what the runs have stored; 'isogloss bias' computes those of one run."
        },
        mixinStandardHelpOptions = true)
final class MeasuresCommand implements Callable<Integer> {
    @Mixin StudyPlace place;

    @Mixin ResultsOptions results;

    @Option(
            names = "--backbone",
            paramLabel = "NAME",
            description = "What the runs start from (default: the study's first).")
    String backbone;

    /** What is printed of a collection as JSON. */
    record OnCollection(String collection, String backbone, List<OfMeasure> measures) {
        static OnCollection of(Measures measures) {
            StrategyScores first = measures.strategies().get(0);
            return new OnCollection(
                    first.collection(),
                    first.backbone(),
                    measures.rows().stream().map(row -> OfMeasure.of(row, measures)).toList());
        }
    }

    /** A measure by its id in run folders. */
    record OfMeasure(String measure, String unit, List<OfStrategy> strategies) {
        static OfMeasure of(Measures.Row row, Measures measures) {
            List<OfStrategy> strategies = new ArrayList<>();
            for (int i = 0; i < row.values().size(); i++) {
                StrategyScores scores = measures.strategies().get(i);
                row.values()
                        .get(i)
                        .ifPresent(value -> strategies.add(OfStrategy.of(scores, value)));
            }
            return new OfMeasure(row.measure().id(), row.measure().unit(), strategies);
        }
    }

    /** Its value of a strategy: a mean over seeds. */
    record OfStrategy(
            String strategy,
            List<Long> seeds,
            Estimate macro,
            double deviation,
            Map<Lang, Estimate> byQuestionLanguage) {
        static OfStrategy of(StrategyScores scores, Measures.Value value) {
            return new OfStrategy(
                    scores.name(),
                    scores.seeds(),
                    value.macro(),
                    value.deviation(),
                    value.byLanguage());
        }
    }

    @Override
    public Integer call() {
        results.check();
        StudySnapshot study =
                new StudyWatch(
                                place.shelf(),
                                problem -> {
                                    throw problem instanceof BadInputException bad
                                            ? bad
                                            : new IllegalStateException(problem);
                                })
                        .look(place.study().name());
        String from =
                Optional.ofNullable(backbone)
                        .or(() -> study.backbones().stream().findFirst())
                        .orElse("");
        List<Measures> found =
                study.collections().stream()
                        .filter(one -> results.collection == null || one.equals(results.collection))
                        .map(one -> study.scores(one, from))
                        .filter(scores -> !scores.isEmpty())
                        .map(scores -> Measures.read(scores, study))
                        .toList();
        if (found.isEmpty()) {
            throw BadInputException.in(
                    place.folder,
                    "has no scores from '%s' on %s; it has backbones %s and collections %s"
                            .formatted(
                                    from,
                                    results.collection == null
                                            ? "any collection"
                                            : results.collection,
                                    study.backbones(),
                                    study.collections()));
        }
        for (Measures one : found) {
            if (one.rows().isEmpty()) {
                throw new BadInputException(one.problem());
            }
        }
        results.tell(
                found.stream().map(OnCollection::of).toList(),
                () ->
                        found.stream()
                                .flatMap(one -> new MeasuresTable(one).lines().stream())
                                .toList());
        return ExitCode.OK;
    }
}
