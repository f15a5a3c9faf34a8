package org.isogloss.retrieval;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * The numbers of one ranking: each metric in each answer language that has a relevant passage and
 * in the multilingual pool, and how the ranking treats languages.
 *
 * <p>A question without relevant passages has no numbers; trec_eval gives it 0 if something was
 * judged, and leaves it out like this if nothing was. Rank distance needs relevant passages in two
 * languages.
 */
public final class Scoring {
    /** How many of the best the share of each language is taken of. */
    public static final int SHARE_CUTOFF = 10;

    /** Every candidate has a rank; how many there are, no stored metric asks. */
    private static final int ALL_CANDIDATES = Integer.MAX_VALUE;

    private final List<Lang> answerLanguages;
    private final List<Metric> metrics = Metrics.stored();

    /** Scores rankings of candidates in these languages. */
    public Scoring(List<Lang> answerLanguages) {
        this.answerLanguages = List.copyOf(answerLanguages);
    }

    /** All numbers of a ranking. */
    public List<Score> of(Ranking ranking) {
        List<Score> scores = new ArrayList<>();
        if (ranking.relevant().isEmpty()) {
            return scores;
        }
        for (Lang answer : answerLanguages) {
            List<RelevantRank> inLanguage =
                    ranking.relevant().stream()
                            .filter(passage -> passage.lang().equals(answer))
                            .toList();
            addMetrics(ranking, answer.tag(), inLanguage, RelevantRank::inLanguage, scores);
        }
        addMetrics(ranking, Score.ALL, ranking.relevant(), RelevantRank::inPool, scores);
        if (ranking.relevant().stream().map(RelevantRank::lang).distinct().count() > 1) {
            IntSummaryStatistics ranks =
                    ranking.relevant().stream().mapToInt(RelevantRank::inPool).summaryStatistics();
            add(ranking, Score.ALL, Score.RANK_DISTANCE, ranks.getMax() - ranks.getMin(), scores);
        }
        addLanguages(ranking, scores);
        return scores;
    }

    private void addMetrics(
            Ranking ranking,
            String pool,
            List<RelevantRank> relevant,
            ToIntFunction<RelevantRank> rank,
            List<Score> scores) {
        if (relevant.isEmpty()) {
            return;
        }
        int[] ranks = relevant.stream().mapToInt(rank).toArray();
        int[] grades = relevant.stream().mapToInt(RelevantRank::grade).toArray();
        GradedRanks graded =
                new GradedRanks(ranks, grades, grades, ALL_CANDIDATES, GradedRanks.LEVEL);
        for (Metric metric : metrics) {
            add(ranking, pool, metric.id(), metric.value(graded), scores);
        }
    }

    private void addLanguages(Ranking ranking, List<Score> scores) {
        Lang own = ranking.question().lang();
        if (answerLanguages.contains(own)) {
            boolean first = ranking.hits().get(0).lang().equals(own);
            add(ranking, Score.ALL, Score.OWN_LANGUAGE_1, first ? 1 : 0, scores);
        }
        List<Hit> best = ranking.hits().stream().limit(SHARE_CUTOFF).toList();
        Map<Lang, Integer> counts = new LinkedHashMap<>();
        answerLanguages.forEach(lang -> counts.put(lang, 0));
        best.forEach(hit -> counts.merge(hit.lang(), 1, Integer::sum));
        counts.forEach(
                (lang, count) ->
                        add(
                                ranking,
                                lang.tag(),
                                Score.SHARE_10,
                                (double) count / best.size(),
                                scores));
    }

    private static void add(
            Ranking ranking, String answer, String metric, double value, List<Score> scores) {
        scores.add(
                new Score(
                        ranking.question().id(),
                        ranking.question().parallelId(),
                        ranking.question().lang(),
                        answer,
                        metric,
                        value));
    }
}
