package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.util.DoubleComparator;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Lang DE = new Lang("de");
    private static final Question QUESTION = new Question("q_en", "q", EN, "?");

    private static Score score(String answer, String metric, double value) {
        return new Score("q_en", "q", EN, answer, metric, value);
    }

    private static List<Hit> hits(Lang... langs) {
        List<Hit> hits = new ArrayList<>();
        for (Lang lang : langs) {
            hits.add(new Hit("p" + hits.size(), lang, hits.size() + 1, -hits.size()));
        }
        return hits;
    }

    /**
     * English answer, of grade 2, 2nd of English and 3rd of all, Thai answer 1st of Thai and 12th
     * of all.
     */
    @Test
    void scoresEveryPoolAndTheLanguages() {
        Ranking ranking =
                new Ranking(
                        QUESTION,
                        List.of(
                                new RelevantRank("t", TH, 1, 1, 12),
                                new RelevantRank("e", EN, 2, 2, 3)),
                        hits(EN, DE, EN, EN, EN, EN, EN, EN, DE, TH, TH, TH));
        assertThat(new Scoring(List.of(EN, TH, DE)).of(ranking))
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(
                        List.of(
                                score("en", "map", 0.5),
                                score("en", "recall_1", 0),
                                score("en", "recall_10", 1),
                                score("en", "recall_100", 1),
                                score("en", "recip_rank", 0.5),
                                // (2 / log2 3) / (2 / log2 2)
                                score("en", "ndcg_cut_10", 0.6309297535714574),
                                score("th", "map", 1),
                                score("th", "recall_1", 1),
                                score("th", "recall_10", 1),
                                score("th", "recall_100", 1),
                                score("th", "recip_rank", 1),
                                score("th", "ndcg_cut_10", 1),
                                // (1/3 + 2/12) / 2
                                score("*", "map", 0.25),
                                score("*", "recall_1", 0),
                                score("*", "recall_10", 0.5),
                                score("*", "recall_100", 1),
                                score("*", "recip_rank", 1 / 3.0),
                                // (2 / log2 4) / (2 / log2 2 + 1 / log2 3)
                                score("*", "ndcg_cut_10", 0.38009376671593426),
                                score("*", "rank_distance", 9),
                                score("*", "own_language_1", 1),
                                score("en", "share_10", 0.7),
                                score("th", "share_10", 0.1),
                                score("de", "share_10", 0.2)));
    }

    @Test
    void hasNoRankDistanceInOneLanguageAndNoOwnLanguageOutsideThePool() {
        Ranking ranking =
                new Ranking(
                        QUESTION,
                        List.of(
                                new RelevantRank("a", TH, 1, 1, 1),
                                new RelevantRank("b", TH, 1, 4, 4)),
                        hits(TH, TH, TH, TH));
        assertThat(new Scoring(List.of(TH)).of(ranking))
                .extracting(one -> one.answer() + " " + one.metric())
                .containsExactly(
                        "th map",
                        "th recall_1",
                        "th recall_10",
                        "th recall_100",
                        "th recip_rank",
                        "th ndcg_cut_10",
                        "* map",
                        "* recall_1",
                        "* recall_10",
                        "* recall_100",
                        "* recip_rank",
                        "* ndcg_cut_10",
                        "th share_10");
    }

    @Test
    void leavesOutAQuestionWithoutRelevantPassages() {
        Ranking ranking = new Ranking(QUESTION, List.of(), hits(EN));
        assertThat(new Scoring(List.of(EN)).of(ranking)).isEmpty();
    }
}
