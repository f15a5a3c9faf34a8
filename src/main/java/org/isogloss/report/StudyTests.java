package org.isogloss.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.ComparisonReport;
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
import org.isogloss.run.RunFolder;
import org.isogloss.run.ScoredRun;

/**
 * Which differences between a study's strategies on one collection are more than chance: all macro
 * means against each other, and every language pair against the baseline.
 *
 * @param ranking the strategies ranked by each macro mean, ties as ties
 * @param gains the pairs of each strategy but the baseline, less the baseline's, by its name
 * @param refusal why nothing could be tested; empty if it was
 */
public record StudyTests(
        Optional<RankingReport> ranking, Map<String, ComparisonReport> gains, String refusal) {
    private static final String MAP = "map";
    private static final List<String> MACRO =
            List.of(MAP, "recall_1", "recall_10", Score.RANK_DISTANCE, Score.OWN_LANGUAGE_1);

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
     * @param baseline the name of the contender that pairs are compared with
     */
    public record Question(String collection, String baseline, List<Contender> contenders) {
        public Question {
            contenders = List.copyOf(contenders);
        }
    }

    /** Reads all scores and makes the tests; takes seconds, so not for the window's thread. */
    public static StudyTests of(Question question) {
        try {
            Map<String, List<RunScores>> scores = new LinkedHashMap<>();
            for (Contender one : question.contenders) {
                scores.put(one.name, scores(question.collection, one));
            }
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

    private static List<RunScores> scores(String collection, Contender one) {
        List<RunScores> scores = new ArrayList<>();
        for (RunFolder run : one.runs) {
            scores.add(ScoredRun.open(run, collection).scores(Set.copyOf(MACRO)));
        }
        return scores;
    }

    private static Map<String, ComparisonReport> gains(
            Question question, Map<String, List<RunScores>> scores) {
        Contender base =
                question.contenders.stream()
                        .filter(one -> one.name.equals(question.baseline))
                        .findFirst()
                        .orElseThrow();
        Map<String, ComparisonReport> gains = new LinkedHashMap<>();
        for (Contender one : question.contenders) {
            if (!one.name.equals(base.name)) {
                gains.put(
                        one.name,
                        ComparisonReport.of(
                                question.collection,
                                one.side(),
                                base.side(),
                                scores.get(one.name),
                                scores.get(base.name),
                                List.of(MAP),
                                true,
                                TestSettings.STANDARD));
            }
        }
        return gains;
    }

    /** The pairs in which a strategy differs from the baseline by more than chance. */
    public Set<LanguagePair> toldApart(String strategy) {
        return cells(strategy).stream()
                .filter(cell -> cell.verdict() != Verdict.TIE)
                .map(cell -> new LanguagePair(cell.cell().question(), answer(cell)))
                .collect(Collectors.toSet());
    }

    private static Lang answer(Comparison cell) {
        return new Lang(cell.cell().answer());
    }

    /** How a strategy differs from the baseline in each pair; empty where it was not tested. */
    public List<Comparison> cells(String strategy) {
        return gains.containsKey(strategy) ? gains.get(strategy).cells() : List.of();
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
