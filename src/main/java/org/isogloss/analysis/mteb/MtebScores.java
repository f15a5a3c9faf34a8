package org.isogloss.analysis.mteb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * MTEB's numbers of every pair of question and passage language of stored rankings.
 *
 * <p>All follow from the exact ranks of the relevant passages among those of their language, so
 * they are exact at every cutoff however few hits were kept: {@code ndcg}, {@code map}, {@code
 * recall}, {@code precision}, {@code mrr} and {@code hit_rate} {@code _at_} 1, 3, 5, 10, 20, 100
 * and 1000, each as pytrec_eval has it, means over the questions that have a relevant passage in
 * that language, and {@code accuracy}, which in MTEB is recall at 1. Its {@code nauc_…} are not
 * here: they need the scores of the thousand best passages of every question, relevant or not.
 *
 * <p>Equal scores stand by passage id, descending, as in pytrec_eval; MTEB's own {@code mrr} takes
 * them in the order in which its search gave them. Numbers have five decimals, as MTEB rounds.
 */
public final class MtebScores {
    private static final List<Integer> CUTOFFS = List.of(1, 3, 5, 10, 20, 100, 1000);
    private static final int DECIMALS = 5;

    /** MTEB's name of a family by ours, in the order of its files. */
    private static final List<Map.Entry<String, String>> FAMILIES =
            List.of(
                    Map.entry("ndcg", "ndcg_cut"),
                    Map.entry("map", "map_cut"),
                    Map.entry("recall", "recall"),
                    Map.entry("precision", "P"),
                    Map.entry("mrr", "recip_rank_cut"),
                    Map.entry("hit_rate", "success"));

    private static final Map<String, Metric> METRICS = metrics();

    private record Pair(Lang question, Lang passage) {}

    private final Map<Pair, Sums> pairs = new HashMap<>();

    /** Sums of each metric over questions. */
    private static final class Sums {
        private final double[] sums = new double[METRICS.size()];
        private int questions;

        void add(List<RelevantRank> relevant) {
            int[] ranks = relevant.stream().mapToInt(RelevantRank::inLanguage).toArray();
            int[] grades = relevant.stream().mapToInt(RelevantRank::grade).toArray();
            GradedRanks graded =
                    new GradedRanks(ranks, grades, grades, Integer.MAX_VALUE, GradedRanks.LEVEL);
            int at = 0;
            for (Metric metric : METRICS.values()) {
                sums[at++] += metric.value(graded);
            }
            questions++;
        }

        Map<String, Double> means() {
            Map<String, Double> named = new LinkedHashMap<>();
            for (String name : METRICS.keySet()) {
                named.put(name, rounded(sums[named.size()] / questions));
            }
            named.put("accuracy", named.get("recall_at_1"));
            return named;
        }
    }

    /** Scores rankings. */
    public MtebScores(Rankings rankings) {
        for (Ranking ranking : rankings.questions()) {
            Map<Lang, List<RelevantRank>> byLanguage = new HashMap<>();
            for (RelevantRank relevant : ranking.relevant()) {
                byLanguage
                        .computeIfAbsent(relevant.lang(), lang -> new ArrayList<>())
                        .add(relevant);
            }
            byLanguage.forEach(
                    (lang, relevant) ->
                            pairs.computeIfAbsent(
                                            new Pair(ranking.question().lang(), lang),
                                            pair -> new Sums())
                                    .add(relevant));
        }
    }

    /** The keys of the numbers there are. */
    public static Set<String> keys() {
        return METRICS.keySet();
    }

    /** How many pairs of languages have numbers. */
    public int pairs() {
        return pairs.size();
    }

    /** The languages of passages that are searched with questions in several languages. */
    public Set<Lang> sharedPassages() {
        Map<Lang, Integer> asked = new TreeMap<>();
        pairs.keySet().forEach(pair -> asked.merge(pair.passage(), 1, Integer::sum));
        asked.values().removeIf(languages -> languages == 1);
        return asked.keySet();
    }

    /** The numbers of questions in one language over passages in another, if there are any. */
    public Optional<Map<String, Double>> of(Lang question, Lang passage) {
        return Optional.ofNullable(pairs.get(new Pair(question, passage))).map(Sums::means);
    }

    private static Map<String, Metric> metrics() {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, String> family : FAMILIES) {
            for (int k : CUTOFFS) {
                metrics.put(family.getKey() + "_at_" + k, Metrics.of(family.getValue() + "_" + k));
            }
        }
        return metrics;
    }

    /** As Python's {@code round}: of the number's exact value, halves to the even digit. */
    private static double rounded(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
