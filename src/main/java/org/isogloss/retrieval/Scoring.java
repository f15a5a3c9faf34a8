package org.isogloss.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * The numbers of one ranking: each metric in each answer language that has a relevant passage and
 * in the multilingual pool, and how the ranking treats languages.
 *
 * <p>A question without relevant passages has no numbers, as in trec_eval. Rank distance needs
 * relevant passages in two languages.
 */
public final class Scoring {
    /** How many of the best the share of each language is taken of. */
    public static final int SHARE_CUTOFF = 10;

    private final List<Lang> answerLanguages;

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
            int[] ranks =
                    ranking.relevant().stream()
                            .filter(passage -> passage.lang().equals(answer))
                            .mapToInt(RelevantRank::inLanguage)
                            .sorted()
                            .toArray();
            addMetrics(ranking, answer.tag(), ranks, scores);
        }
        int[] ranks = ranking.relevant().stream().mapToInt(RelevantRank::inPool).sorted().toArray();
        addMetrics(ranking, Score.ALL, ranks, scores);
        if (ranking.relevant().stream().map(RelevantRank::lang).distinct().count() > 1) {
            add(
                    ranking,
                    Score.ALL,
                    Score.RANK_DISTANCE,
                    ranks[ranks.length - 1] - ranks[0],
                    scores);
        }
        addLanguages(ranking, scores);
        return scores;
    }

    private static void addMetrics(Ranking ranking, String pool, int[] ranks, List<Score> scores) {
        if (ranks.length > 0) {
            for (Metric metric : Metrics.all()) {
                add(ranking, pool, metric.id(), metric.value(ranks, ranks.length), scores);
            }
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
