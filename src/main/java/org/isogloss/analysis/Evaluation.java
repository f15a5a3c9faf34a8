package org.isogloss.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * A model on one collection, in the numbers that tables and heatmaps are made of.
 *
 * @param collection the collection's name
 * @param questions how many questions it has in all languages
 * @param candidates how many candidates its multilingual pool has
 * @param macro the means over languages
 * @param metrics every stored metric by its id, in trec_eval's words, such as {@code ndcg_cut_10};
 *     empty in summaries written before there were so many
 * @param map mAP of each question language among each answer language's candidates
 * @param multilingualMap mAP in the multilingual pool by question language
 * @param rankDistance mean rank distance by question language, in ranks
 * @param ownLanguageTop1 share of questions whose best candidate is in their language, by language
 * @param top10Share share of each answer language among the ten best of the multilingual pool
 * @param zeroShot the verdict on overlap between this collection and the data the model was trained
 *     on, in a sentence; {@link OverlapVerdict#NOT_CHECKED} where that is not known
 * @param intervals 95 % intervals of the macro numbers by their names, over question ids; empty in
 *     summaries written before there were any
 */
public record Evaluation(
        String collection,
        int questions,
        int candidates,
        Macro macro,
        Map<String, SettingMeans> metrics,
        LanguagePairTable map,
        Map<Lang, Double> multilingualMap,
        Map<Lang, Double> rankDistance,
        Map<Lang, Double> ownLanguageTop1,
        LanguagePairTable top10Share,
        String zeroShot,
        Map<String, Interval> intervals) {
    public Evaluation {
        metrics = metrics == null ? Map.of() : copy(metrics);
        multilingualMap = copy(multilingualMap);
        rankDistance = copy(rankDistance);
        ownLanguageTop1 = copy(ownLanguageTop1);
        // Summaries written before there was a check do not name it.
        zeroShot = zeroShot == null ? OverlapVerdict.NOT_CHECKED : zeroShot;
        intervals = intervals == null ? Map.of() : copy(intervals);
    }

    /** The same numbers with a verdict on overlap. */
    public Evaluation withZeroShot(String verdict) {
        return new Evaluation(
                collection,
                questions,
                candidates,
                macro,
                metrics,
                map,
                multilingualMap,
                rankDistance,
                ownLanguageTop1,
                top10Share,
                verdict,
                intervals);
    }

    /** The same numbers with intervals of the macro numbers. */
    public Evaluation withIntervals(Map<String, Interval> found) {
        return new Evaluation(
                collection,
                questions,
                candidates,
                macro,
                metrics,
                map,
                multilingualMap,
                rankDistance,
                ownLanguageTop1,
                top10Share,
                zeroShot,
                found);
    }

    /** Sums up a collection's scores. */
    public static Evaluation of(
            String collection, int questions, int candidates, Iterable<Score> scores) {
        ScoreMeans means = new ScoreMeans();
        scores.forEach(means::add);
        return of(collection, questions, candidates, means);
    }

    /** Sums up scores that were added up one by one. */
    public static Evaluation of(
            String collection, int questions, int candidates, ScoreMeans means) {
        LanguagePairTable map = means.table("map");
        LanguagePairTable recall1 = means.table("recall_1");
        Map<Lang, Double> multilingualMap = means.multilingual("map");
        Map<Lang, Double> rankDistance = means.multilingual(Score.RANK_DISTANCE);
        Map<Lang, Double> ownLanguageTop1 = means.multilingual(Score.OWN_LANGUAGE_1);
        Macro macro =
                new Macro(
                        map.diagonalMean(),
                        map.offDiagonalMean(),
                        Mean.of(multilingualMap.values()),
                        recall1.diagonalMean(),
                        recall1.offDiagonalMean(),
                        Mean.of(means.multilingual("recall_10").values()),
                        Mean.of(rankDistance.values()),
                        Mean.of(ownLanguageTop1.values()));
        return new Evaluation(
                collection,
                questions,
                candidates,
                macro,
                metrics(means),
                map,
                multilingualMap,
                rankDistance,
                ownLanguageTop1,
                means.table(Score.SHARE_10),
                OverlapVerdict.NOT_CHECKED,
                Map.of());
    }

    private static Map<String, SettingMeans> metrics(ScoreMeans means) {
        Map<String, SettingMeans> metrics = new LinkedHashMap<>();
        for (Metric metric : Metrics.stored()) {
            LanguagePairTable pairs = means.table(metric.id());
            metrics.put(
                    metric.id(),
                    new SettingMeans(
                            pairs.diagonalMean(),
                            pairs.offDiagonalMean(),
                            Mean.of(means.multilingual(metric.id()).values())));
        }
        return metrics;
    }

    private static <K, V> Map<K, V> copy(Map<K, V> numbers) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
