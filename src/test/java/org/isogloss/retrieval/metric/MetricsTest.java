package org.isogloss.retrieval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values by hand from the definitions in trec_eval's m_map.c and m_recall.c, and checked by
 *
 * <pre>python3 -c "
 * def m(r,n): r=r and [int(x) for x in r.split()] or []; return sum((i+1)/x for i,x in
 * enumerate(r))/n, sum(x&lt;=1 for x in r)/n, sum(x&lt;=10 for x in r)/n
 * for a in [('1',1),('4',1),('1 3 6',3),('2 10 11',4),('',2)]: print(m(*a))"</pre>
 *
 * The graded ones are trec_eval's own, in {@code TrecEvalParityTest}.
 */
class MetricsTest {
    private static int[] numbers(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(number -> !number.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1.0, 1.0, 1.0",
        "4, 1, 0.25, 0.0, 1.0",
        // (1/1 + 2/3 + 3/6) / 3
        "1 3 6, 3, 0.7222222222222222, 0.3333333333333333, 1.0",
        // (1/2 + 2/10 + 3/11) / 4, one is never found
        "2 10 11, 4, 0.24318181818181817, 0.0, 0.5",
        "'', 2, 0.0, 0.0, 0.0"
    })
    void agreesWithTheDefinitions(
            String ranks, int relevant, double map, double recall1, double recall10) {
        GradedRanks ranking = GradedRanks.ofRelevant(numbers(ranks), relevant, 20);
        double[] values =
                Stream.of("map", "recall_1", "recall_10")
                        .mapToDouble(name -> Metrics.of(name).value(ranking))
                        .toArray();
        assertThat(values).containsExactly(new double[] {map, recall1, recall10}, within(1e-15));
    }

    /** Four of the ten best judged, one of them negatively; of six ranked, two of six. */
    @Test
    void countsJudgmentsOfAnyGradeAmongWhatWasRanked() {
        int[] grades = {2, 0, -1, 1};
        Metric judged = Metrics.of("judged_10");
        assertThat(judged.value(new GradedRanks(numbers("1 3 9 10"), grades, grades, 50, 1)))
                .isEqualTo(0.4);
        assertThat(judged.value(new GradedRanks(numbers("2 6"), numbers("0 -1"), grades, 6, 1)))
                .isEqualTo(2 / 6.0);
    }

    @ParameterizedTest
    @CsvSource({
        "map, map",
        "AP, map",
        "mAP, map",
        "AP@10, map_cut_10",
        "MAP@10, map_cut_10",
        "map_cut_7, map_cut_7",
        "nDCG, ndcg",
        "NDCG@10, ndcg_cut_10",
        "ndcg_cut.10, ndcg_cut_10",
        "R@100, recall_100",
        "Recall@100, recall_100",
        "recip_rank, recip_rank",
        "MRR, recip_rank",
        "RR@10, recip_rank_cut_10",
        "MRR@10, recip_rank_cut_10",
        "p@5, P_5",
        "P_5, P_5",
        "Success@1, success_1",
        "Rprec, Rprec",
        "R-precision, Rprec",
        "Judged@10, judged_10"
    })
    void goesByTrecEvalsNamesAndByThoseOfPapers(String name, String id) {
        assertThat(Metrics.of(name).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bpref",
                "recall",
                "ndcg_cut",
                "P",
                "P_0",
                "Rprec_5",
                "map@x",
                "nDCG@99999999999"
            })
    void refusesWhatItDoesNotKnowAndNamesWhatItDoes(String name) {
        assertThatThrownBy(() -> Metrics.of(name))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "there is no metric '"
                                + name
                                + "'; name some of map, map_cut_10, ndcg, ndcg_cut_10, recall_10,"
                                + " recip_rank, recip_rank_cut_10, P_10, success_10, Rprec,"
                                + " judged_10, or nDCG@10, R@100, MRR@10, with any cutoff from 1");
    }
}
