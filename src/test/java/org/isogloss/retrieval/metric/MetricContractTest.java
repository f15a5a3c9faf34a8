package org.isogloss.retrieval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric promises; a new one in the list is tested by itself. */
class MetricContractTest {
    private static final int CANDIDATES = 60;

    static List<Metric> metrics() {
        return Stream.concat(
                        Metrics.all().stream(),
                        Stream.concat(
                                Metrics.stored().stream(),
                                Stream.of("P_1", "map_cut_3").map(Metrics::of)))
                .toList();
    }

    /** Some passages of a pool, graded from -1 to 3, a third of them not found. */
    private static GradedRanks random(SplittableRandom random, int judged, int level) {
        int[] grades = random.ints(judged, -1, 4).toArray();
        int found = judged - judged / 3;
        int[] ranks = random.ints(1, CANDIDATES + 1).distinct().limit(found).toArray();
        return new GradedRanks(ranks, Arrays.copyOf(grades, found), grades, CANDIDATES, level);
    }

    /** The same judgments, all found, the best first. */
    private static GradedRanks ideal(int[] grades, int level) {
        int[] descending =
                Arrays.stream(grades).map(grade -> -grade).sorted().map(grade -> -grade).toArray();
        int[] ranks = IntStream.rangeClosed(1, grades.length).toArray();
        return new GradedRanks(ranks, descending, grades, CANDIDATES, level);
    }

    private static int[] ones(int count) {
        return IntStream.generate(() -> 1).limit(count).toArray();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void saysWhatItIs(Metric metric) {
        assertThat(metric.id()).matches("[A-Za-z]+[a-z0-9_]*");
        assertThat(metric.name()).isNotBlank();
        assertThat(metric.meaning()).endsWith(".");
        assertThat(Metrics.all()).extracting(Metric::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isFoundByItsIdAndItsName(Metric metric) {
        assertThat(Metrics.of(metric.id()).id()).isEqualTo(metric.id());
        assertThat(Metrics.of(metric.name()).id()).isEqualTo(metric.id());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void liesBetweenZeroAndOne(Metric metric) {
        SplittableRandom random = new SplittableRandom(1);
        for (int judged = 0; judged < 40; judged++) {
            for (int level = 0; level < 4; level++) {
                assertThat(metric.value(random(random, judged, level))).isBetween(0.0, 1 + 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isOneForTheIdealRankingOfTheRightNumberOfPassages(Metric metric) {
        assertThat(
                        IntStream.rangeClosed(1, 10)
                                .mapToDouble(relevant -> metric.value(ideal(ones(relevant), 1)))
                                .max())
                .hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isGreatestForTheIdealRanking(Metric metric) {
        SplittableRandom random = new SplittableRandom(2);
        for (int judged = 1; judged < 40; judged++) {
            int[] grades = random.ints(judged, -1, 4).toArray();
            int[] ranks = random.ints(1, CANDIDATES + 1).distinct().limit(judged).toArray();
            assertThat(metric.value(new GradedRanks(ranks, grades, grades, CANDIDATES, 1)))
                    .isLessThanOrEqualTo(metric.value(ideal(grades, 1)) + 1e-12);
        }
    }

    /** Which of two equally good passages stands where does not matter. */
    @ParameterizedTest
    @MethodSource("metrics")
    void doesNotTellEquallyGoodPassagesApart(Metric metric) {
        int[] judged = {2, 2, 1, 0};
        GradedRanks one = new GradedRanks(new int[] {1, 4, 6}, new int[] {2, 2, 1}, judged, 9, 1);
        GradedRanks other = new GradedRanks(new int[] {6, 4, 1}, new int[] {1, 2, 2}, judged, 9, 1);
        assertThat(metric.value(other)).isEqualTo(metric.value(one));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isZeroWhereNothingIsFoundRelevantOrRanked(Metric metric) {
        int[] none = {};
        assertThat(metric.value(GradedRanks.ofRelevant(none, 3, 20))).isZero();
        assertThat(metric.value(GradedRanks.ofRelevant(none, 0, 20))).isZero();
        assertThat(metric.value(GradedRanks.ofRelevant(none, 0, 0))).isZero();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void doesNotRiseWhenAPassageFalls(Metric metric) {
        double before = 1;
        for (int rank = 1; rank < 150; rank++) {
            double value = metric.value(GradedRanks.ofRelevant(new int[] {rank}, 1, 200));
            assertThat(value).isLessThanOrEqualTo(before);
            before = value;
        }
        assertThat(before).isLessThan(0.2);
    }
}
