package org.isogloss.analysis.mteb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;

class MtebScoresTest {
    private static final Lang DE = new Lang("de");
    private static final Lang AR = new Lang("ar");

    /** Two German questions; ranks among Arabic passages 2 and 5 of grades 1 and 3, and 1,500. */
    private static Rankings rankings() {
        return new Rankings(
                Map.of(DE, 10, AR, 2000),
                List.of(
                        new Ranking(
                                new Question("q1", "q1", DE, ""),
                                List.of(
                                        new RelevantRank("a", AR, 1, 2, 9),
                                        new RelevantRank("b", AR, 3, 5, 12)),
                                List.of()),
                        new Ranking(
                                new Question("q2", "q2", DE, ""),
                                List.of(
                                        new RelevantRank("c", AR, 1, 1500, 1501),
                                        new RelevantRank("d", DE, 1, 1, 1)),
                                List.of())));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    @Test
    void meansAreThoseOfTheirDefinitions() {
        Map<String, Double> scores = new MtebScores(rankings()).of(DE, AR).orElseThrow();
        double ideal = 3 / log2(2) + 1 / log2(3);
        assertThat(scores)
                .containsEntry("ndcg_at_1", 0.0)
                .containsEntry("ndcg_at_3", rounded(1 / log2(3) / ideal / 2))
                .containsEntry("ndcg_at_10", rounded((1 / log2(3) + 3 / log2(6)) / ideal / 2))
                .containsEntry("map_at_3", rounded(1 / 2. / 2 / 2))
                .containsEntry("map_at_1000", rounded((1 / 2. + 2 / 5.) / 2 / 2))
                .containsEntry("recall_at_3", .25)
                .containsEntry("recall_at_1000", .5)
                .containsEntry("precision_at_20", rounded(2 / 20. / 2))
                .containsEntry("mrr_at_1", 0.0)
                .containsEntry("mrr_at_5", .25)
                .containsEntry("hit_rate_at_5", .5)
                .containsEntry("accuracy", 0.0);
        assertThat(scores).hasSize(6 * 7 + 1);
    }

    @Test
    void countsOnlyQuestionsWithARelevantPassageInTheLanguage() {
        MtebScores scores = new MtebScores(rankings());
        assertThat(scores.pairs()).isEqualTo(2);
        assertThat(scores.of(DE, DE).orElseThrow()).containsEntry("recall_at_1", 1.0);
        assertThat(scores.of(AR, DE)).isEmpty();
    }

    @Test
    void aResultHasTheSubsetOfItsTasksOrder() {
        MtebTask mlqa = MtebTasks.shipped().named("MLQARetrieval").orElseThrow();
        MtebResult result = MtebResult.of(mlqa, "test", "r", List.of(new MtebScores(rankings())));
        assertThat(result.subsets()).containsExactly("ara-deu", "deu-deu");
        Map<String, Object> first = result.scores().get("test").get(0);
        assertThat(first)
                .containsEntry("hf_subset", "ara-deu")
                .containsEntry("languages", List.of("ara-Arab", "deu-Latn"))
                .containsEntry("main_score", first.get("ndcg_at_10"));
        assertThat(result.score())
                .isCloseTo(((Double) first.get("ndcg_at_10") + 1) / 2, within(1e-12));
    }

    @Test
    void refusesASubsetThatIsScoredTwiceOrNone() {
        MtebScores scores = new MtebScores(rankings());
        MtebTasks tasks = MtebTasks.shipped();
        MtebTask mlqa = tasks.named("MLQARetrieval").orElseThrow();
        assertThatThrownBy(() -> MtebResult.of(mlqa, "test", "r", List.of(scores, scores)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "questions in de over passages in ar are in 2 of the results");
        MtebTask clsd = tasks.named("CrossLingualSemanticDiscriminationWMT19").orElseThrow();
        assertThatThrownBy(() -> MtebResult.of(clsd, "test", "r", List.of(scores)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("none of the pairs of languages");
    }
}
