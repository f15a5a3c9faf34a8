package org.isogloss.retrieval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric promises; a new one in the list is tested by itself. */
class MetricContractTest {
    static List<Metric> metrics() {
        return Metrics.all();
    }

    private static int[] ranks(SplittableRandom random, int relevant, int candidates) {
        return random.ints(0, candidates)
                .distinct()
                .limit(relevant)
                .map(i -> i + 1)
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void saysWhatItIs(Metric metric) {
        assertThat(metric.id()).matches("[a-z0-9_]+");
        assertThat(metric.name()).isNotBlank();
        assertThat(metric.meaning()).endsWith(".");
        assertThat(Metrics.all()).extracting(Metric::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void liesBetweenZeroAndOne(Metric metric) {
        SplittableRandom random = new SplittableRandom(1);
        for (int relevant = 1; relevant < 40; relevant++) {
            assertThat(metric.value(ranks(random, relevant, 60), relevant)).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isOneForTheIdealRankingOfOneRelevantPassage(Metric metric) {
        assertThat(metric.value(new int[] {1}, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isGreatestForTheIdealRanking(Metric metric) {
        SplittableRandom random = new SplittableRandom(2);
        for (int relevant = 1; relevant < 20; relevant++) {
            int[] ideal = IntStream.rangeClosed(1, relevant).toArray();
            assertThat(metric.value(ranks(random, relevant, 60), relevant))
                    .isLessThanOrEqualTo(metric.value(ideal, relevant));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isZeroWhenNothingIsFound(Metric metric) {
        assertThat(metric.value(new int[0], 3)).isZero();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void fallsWhenARelevantPassageIsMissed(Metric metric) {
        assertThat(metric.value(new int[] {1}, 2)).isLessThan(metric.value(new int[] {1}, 1));
    }
}
