package org.isogloss.retrieval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values by hand from the definitions in trec_eval's m_map.c and m_recall.c, and checked by
 *
 * <pre>python3 -c "
 * def m(r,n): r=r and [int(x) for x in r.split()] or []; return sum((i+1)/x for i,x in
 * enumerate(r))/n, sum(x&lt;=1 for x in r)/n, sum(x&lt;=10 for x in r)/n
 * for a in [('1',1),('4',1),('1 3 6',3),('2 10 11',4),('',2)]: print(m(*a))"</pre>
 */
class MetricsTest {
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
        int[] found =
                Stream.of(ranks.split(" ", -1))
                        .filter(rank -> !rank.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray();
        double[] values =
                Metrics.all().stream().mapToDouble(m -> m.value(found, relevant)).toArray();
        assertThat(values).containsExactly(new double[] {map, recall1, recall10}, within(1e-15));
    }

    @Test
    void areNamedAsInTrecEval() {
        assertThat(Arrays.asList("map", "recall_1", "recall_10"))
                .isEqualTo(Metrics.all().stream().map(Metric::id).toList());
    }
}
