package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corners of trec_eval 9, each with the place in its source that decides it. */
class RunScoringTest {
    private static final List<Metric> METRICS =
            Stream.of("map", "ndcg", "P_1", "judged_10").map(Metrics::of).toList();

    @TempDir private Path folder;

    private TrecFile judgments(String... lines) throws IOException {
        return TrecFile.judgments(write("qrels.txt", lines));
    }

    private TrecFile run(String... lines) throws IOException {
        return TrecFile.run(write("run.txt", lines));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static RunScores score(TrecFile judgments, TrecFile run) {
        return new RunScoring(METRICS, 1, TieRule.TREC, false).of(judgments, run);
    }

    /** trec_eval.c: "For each topic which has both qrels and top results information". */
    @Test
    void countsOnlyQueriesOnBothSides() throws IOException {
        TrecFile judgments = judgments("1 0 a 1", "2 0 a 1", "4 0 a 1");
        TrecFile run = run("3 Q0 a 1 1 t", "2 Q0 a 1 1 t", "1 Q0 b 1 1 t");

        RunScores scores = score(judgments, run);

        assertThat(scores.perQuery()).extracting(QueryScores::query).containsExactly("1", "2");
        assertThat(scores.means()).containsEntry("map", 0.5);
        assertThat(scores.unjudgedQueries()).containsExactly("3");
        assertThat(scores.missingQueries()).containsExactly("4");
    }

    /** meas_avg.c divides by num_q_rels; m_num_rel.c then counts all grades above 0. */
    @Test
    void countsMissingQueriesAsZeroOverCompleteQueries() throws IOException {
        TrecFile judgments = judgments("1 0 a 2", "4 0 a 1", "4 0 b 0", "5 0 a 3");
        TrecFile run = run("1 Q0 a 1 1 t");

        RunScores scores = new RunScoring(METRICS, 2, TieRule.TREC, true).of(judgments, run);

        assertThat(scores.queries()).isEqualTo(3);
        assertThat(scores.means()).containsEntry("map", 1 / 3.0);
        assertThat(scores.relevant()).isEqualTo(3);
        assertThat(scores.perQuery()).singleElement().returns(1, QueryScores::relevant);
    }

    /** trec_eval.c counts the query; m_map.c leaves its value at 0. */
    @Test
    void countsAQueryWithNothingRelevantAsZero() throws IOException {
        TrecFile judgments = judgments("1 0 a 1", "2 0 a 0", "3 0 a -1");
        TrecFile run = run("1 Q0 a 1 1 t", "2 Q0 a 1 1 t", "3 Q0 a 1 1 t");

        RunScores scores = score(judgments, run);

        assertThat(scores.queries()).isEqualTo(3);
        assertThat(scores.means()).containsEntry("map", 1 / 3.0).containsEntry("ndcg", 1 / 3.0);
    }

    /** form_res_rels.c: RELVALUE_NONPOOL and RELVALUE_UNJUDGED lie below every level. */
    @Test
    void takesUnjudgedAndNegativeDocumentsForNotRelevant() throws IOException {
        TrecFile judgments = judgments("1 0 negative -2", "1 0 zero 0", "1 0 good 1");
        TrecFile run = run("1 Q0 unjudged 1 3 t", "1 Q0 negative 2 2 t", "1 Q0 zero 3 1 t");

        QueryScores one = score(judgments, run).perQuery().get(0);
        QueryScores lenient =
                new RunScoring(METRICS, 0, TieRule.TREC, false)
                        .of(judgments, run)
                        .perQuery()
                        .get(0);

        assertThat(one.relevantRetrieved()).isZero();
        assertThat(one.relevant()).isEqualTo(1);
        assertThat(one.values()).containsEntry("judged_10", 2 / 3.0);
        assertThat(lenient.relevantRetrieved()).isEqualTo(1);
        assertThat(lenient.relevant()).isEqualTo(2);
    }

    /** form_res_rels.c: "duplicate docs". */
    @Test
    void refusesADocumentThatStandsTwiceInAQuery() throws IOException {
        TrecFile twiceRanked = run("1 Q0 a 1 2 t", "1 Q0 b 2 1 t", "1 Q0 a 3 0 t");
        TrecFile twiceJudged = judgments("1 0 b 1", "1 0 b 1");
        TrecFile judged = judgments("1 0 a 1");

        assertThatThrownBy(() -> score(judged, twiceRanked))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith(
                        "run.txt:3: document 'a' of query '1' stands in line 1 already; keep one"
                                + " of them");
        assertThatThrownBy(() -> score(twiceJudged, run("1 Q0 a 1 2 t")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("qrels.txt:2: document 'b' of query '1'");
    }

    /** trec_eval.c calls form_res_rels.c only where both sides have the query. */
    @Test
    void doesNotLookAtDuplicatesOfQueriesThatDoNotCount() throws IOException {
        TrecFile judgments = judgments("1 0 a 1", "2 0 a 1", "2 0 a 1");
        TrecFile run = run("1 Q0 a 1 1 t", "3 Q0 a 1 1 t", "3 Q0 a 1 1 t");

        assertThat(score(judgments, run).queries()).isEqualTo(1);
    }

    /** trec_eval.c: "No queries with both results and relevance info". */
    @Test
    void refusesARunThatHasNoQueryInCommonWithTheJudgments() throws IOException {
        TrecFile judgments = judgments("1 0 a 1");
        TrecFile run = run("q1 Q0 a 1 1 t");

        assertThatThrownBy(() -> score(judgments, run))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("it begins with 'q1', the judgments with '1'");
    }

    @Test
    void refusesALevelThatMakesUnjudgedDocumentsRelevant() {
        assertThatThrownBy(() -> new RunScoring(METRICS, -1, TieRule.TREC, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("choose 0 or more");
    }

    /**
     * The scores of b, c and d are one 32-bit number and two 64-bit numbers; a and ａ (U+FF41) and
     * 😀 (U+1F600) tie, and as UTF-8 the last is the greatest, in Java's UTF-16 it is not.
     */
    @ParameterizedTest
    @CsvSource({
        "trec, d c b 😀 ａ a",
        "trec-10, c d b 😀 ａ a",
        "docid-ascending, c b d a ａ 😀",
        "input-order, c d b a 😀 ａ"
    })
    void ordersEqualScoresByTheRule(String rule, String order) throws IOException {
        TrecFile run =
                run(
                        "1 Q0 a 0 -0.0 t",
                        "1 Q0 😀 0 0.0 t",
                        "1 Q0 d 0 0.3 t",
                        "1 Q0 b 0 0.3 t",
                        "1 Q0 ａ 0 0 t",
                        "1 Q0 c 0 0.3000000001 t");

        assertThat(TieRule.named(rule).orElseThrow().ranked(run.queries().get("1")))
                .extracting(TrecFile.Entry::documentId)
                .containsExactly(order.split(" ", -1));
    }
}
