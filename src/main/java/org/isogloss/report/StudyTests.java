package org.isogloss.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.PairedComparison;
import org.isogloss.analysis.stats.RankingReport;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.Scope;
import org.isogloss.analysis.stats.Side;
import org.isogloss.analysis.stats.TestSettings;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.base.BadInputException;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.isogloss.run.KeptScores;
import org.isogloss.run.RunFolder;
import org.isogloss.run.ScoredRun;

/**
 * Which differences between a study's strategies on one collection are more than chance: all macro
 * means against each other, and every cell of the heatmaps against the baseline.
 *
 * @param ranking the strategies ranked by each macro mean, ties as ties
 * @param gains the cells of each strategy but the baseline, less the baseline's, by its name
 * @param refusal why nothing could be tested; empty if it was
 */
public record StudyTests(
        Optional<RankingReport> ranking, Map<String, List<Comparison>> gains, String refusal) {
    private static final List<String> MACRO =
            List.of("map", "recall_1", "recall_10", Score.RANK_DISTANCE, Score.OWN_LANGUAGE_1);

    public StudyTests {
        gains = Map.copyOf(gains);
    }

    /**
     * A strategy's finished runs.
     *
     * @param evaluations what they scored: with other scores it is another side
     */
    public record Contender(String name, List<RunFolder> runs, List<Evaluation> evaluations) {
        public Contender {
            runs = List.copyOf(runs);
            evaluations = List.copyOf(evaluations);
        }

        private Side side() {
            return new Side(
                    name,
                    runs.stream().map(RunFolder::id).toList(),
                    evaluations.stream().map(Evaluation::zeroShot).distinct().toList());
        }
    }

    /**
     * What is to be tested; equal questions have equal answers.
     *
     * @param baseline the name of the contender that cells are compared with
     * @param measure what cells say
     */
    public record Question(
            String collection, String baseline, CellMeasure measure, List<Contender> contenders) {
        public Question {
            contenders = List.copyOf(contenders);
        }

        /** True if its macro means are those of the other question. */
        public boolean sameMeans(Question other) {
            return collection.equals(other.collection) && contenders.equals(other.contenders);
        }
    }

    /** Reads all scores and makes the tests; takes seconds, so not for the window's thread. */
    public static StudyTests of(Question question, KeptScores kept) {
        try {
            Map<String, List<RunScores>> scores = scores(question, kept);
            RankingReport ranking =
                    RankingReport.of(
                            question.collection,
                            question.contenders.stream().map(Contender::side).toList(),
                            List.copyOf(scores.values()),
                            MACRO,
                            TestSettings.STANDARD);
            return new StudyTests(Optional.of(ranking), gains(question, scores), "");
        } catch (BadInputException unusable) {
            return new StudyTests(Optional.empty(), Map.of(), unusable.getMessage());
        }
    }

    /** The tests of a question with the same macro means: only its cells are tested anew. */
    public StudyTests withCells(Question question, KeptScores kept) {
        try {
            return new StudyTests(ranking, gains(question, scores(question, kept)), "");
        } catch (BadInputException unusable) {
            return new StudyTests(ranking, Map.of(), unusable.getMessage());
        }
    }

    private static Map<String, List<RunScores>> scores(Question question, KeptScores kept) {
        Map<String, List<RunScores>> scores = new LinkedHashMap<>();
        for (Contender one : question.contenders) {
            List<RunScores> runs = new ArrayList<>();
            for (RunFolder run : one.runs) {
                runs.add(kept.of(ScoredRun.open(run, question.collection)));
            }
            scores.put(one.name, runs);
        }
        return scores;
    }

    private static Map<String, List<Comparison>> gains(
            Question question, Map<String, List<RunScores>> scores) {
        Contender base =
                question.contenders.stream()
                        .filter(one -> one.name.equals(question.baseline))
                        .findFirst()
                        .orElseThrow();
        PairedComparison test = new PairedComparison(TestSettings.STANDARD);
        List<RunScores> baseline = scores.get(base.name);
        Map<String, List<Comparison>> gains = new LinkedHashMap<>();
        for (Contender one : question.contenders) {
            if (!one.name.equals(base.name)) {
                gains.put(
                        one.name,
                        test.of(
                                scores.get(one.name),
                                baseline,
                                question.measure.cells(baseline.get(0))));
            }
        }
        return gains;
    }

    /** The pairs in which a strategy differs from the baseline by more than chance. */
    public Set<LanguagePair> toldApart(String strategy) {
        return told(strategy)
                .filter(cell -> cell.cell().scope() != Scope.MULTILINGUAL)
                .map(cell -> new LanguagePair(cell.cell().question(), answer(cell)))
                .collect(Collectors.toSet());
    }

    /** The question languages in whose pool of all languages it differs by more than chance. */
    public Set<Lang> toldApartInPool(String strategy) {
        return told(strategy)
                .filter(cell -> cell.cell().scope() == Scope.MULTILINGUAL)
                .map(cell -> cell.cell().question())
                .collect(Collectors.toSet());
    }

    private Stream<Comparison> told(String strategy) {
        return cells(strategy).stream().filter(cell -> cell.verdict() != Verdict.TIE);
    }

    private static Lang answer(Comparison cell) {
        return new Lang(cell.cell().answer());
    }

    /** How a strategy differs from the baseline in each cell; empty where it was not tested. */
    public List<Comparison> cells(String strategy) {
        return gains.getOrDefault(strategy, List.of());
    }

    /** A strategy's place among all by a macro mean, if it was tested. */
    public Optional<TiedRanking.Row> row(String strategy, String metric, Scope scope) {
        return ranked(metric, scope)
                .flatMap(
                        ranked ->
                                ranked.rows().stream()
                                        .filter(row -> row.name().equals(strategy))
                                        .findFirst());
    }

    /** All strategies by a macro mean, if it was tested. */
    public Optional<TiedRanking> ranked(String metric, Scope scope) {
        String quantity = metric + " " + scope;
        return ranking.flatMap(
                report ->
                        report.rankings().stream()
                                .filter(ranked -> ranked.quantity().equals(quantity))
                                .findFirst());
    }
}
