package org.isogloss.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * LAReQA's limit tests: each question is searched in the multilingual pool, but only its answers in
 * one language count (Roy et al. 2020, EMNLP, section 5).
 *
 * <p>Both follow from the exact ranks of a question's relevant passages; nothing is searched again.
 * The paper's own tables of them are not printed by its released script, so these are our reading.
 *
 * @param oneAnswerLeft mAP where the answers in other languages are taken out of the pool: can the
 *     model find an answer in that language at all, among wrong passages of all languages?
 * @param othersNotCounted mAP where they stay in the pool but count as wrong: does it put that
 *     language first? Where all languages are answered equally well, this cannot be high for all
 */
public record LimitTests(LanguagePairTable oneAnswerLeft, LanguagePairTable othersNotCounted) {
    private static final Metric MAP = Metrics.of("map");
    private static final String LEFT = "one_answer_left";
    private static final String KEPT = "others_not_counted";

    /** The tests on rankings of a multilingual pool. */
    public static LimitTests of(Iterable<Ranking> rankings) {
        ScoreMeans means = new ScoreMeans();
        for (Ranking ranking : rankings) {
            Set<Lang> answered = new LinkedHashSet<>();
            ranking.relevant().forEach(passage -> answered.add(passage.lang()));
            for (Lang lang : answered) {
                means.add(score(ranking, lang, LEFT, true));
                means.add(score(ranking, lang, KEPT, false));
            }
        }
        return new LimitTests(means.table(LEFT), means.table(KEPT));
    }

    private static Score score(Ranking ranking, Lang lang, String test, boolean othersTakenOut) {
        int[] ranks =
                ranking.relevant().stream()
                        .filter(passage -> passage.lang().equals(lang))
                        .mapToInt(
                                passage ->
                                        passage.inPool()
                                                - (othersTakenOut
                                                        ? othersBefore(ranking, passage)
                                                        : 0))
                        .toArray();
        // How many passages were ranked does not matter to average precision.
        GradedRanks graded = GradedRanks.ofRelevant(ranks, ranks.length, Integer.MAX_VALUE);
        return new Score(
                ranking.question().id(),
                ranking.question().parallelId(),
                ranking.question().lang(),
                lang.tag(),
                test,
                MAP.value(graded));
    }

    private static int othersBefore(Ranking ranking, RelevantRank passage) {
        int before = 0;
        for (RelevantRank other : ranking.relevant()) {
            before +=
                    !other.lang().equals(passage.lang()) && other.inPool() < passage.inPool()
                            ? 1
                            : 0;
        }
        return before;
    }
}
