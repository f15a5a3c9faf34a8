package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Rankings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bias measure promises; a new one in the list is tested by itself. */
class BiasMeasureContractTest {
    private static final BiasOptions OPTIONS = new BiasOptions(20, 20, 0.1, 200, 1);

    private static RankTable fair;
    private static RankTable biased;

    static List<BiasMeasure> measures() {
        return BiasMeasures.all();
    }

    @BeforeAll
    static void simulate() {
        fair = new RankTable(new Simulation(30, 2, 0.6, 0, 0).rankings(1));
        biased = new RankTable(new Simulation(30, 2, 0.6, 0.4, 0.3).rankings(2));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void saysWhatItIs(BiasMeasure measure) {
        assertThat(measure.id()).matches("[a-z0-9_]+");
        assertThat(measure.name()).isNotBlank();
        assertThat(measure.unit()).isNotNull();
        Explanation text = measure.explanation();
        assertThat(text.definition()).endsWith(".");
        assertThat(text.formula()).isNotBlank();
        assertThat(text.source()).endsWith(".");
        assertThat(text.range()).endsWith(".");
        assertThat(text.trap()).endsWith(".");
        assertThat(BiasMeasures.all()).extracting(BiasMeasure::id).doesNotHaveDuplicates();
        assertThat(BiasMeasures.byId(measure.id())).contains(measure);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void tellsARankingThatFavoursTheOwnLanguageFromAFairOne(BiasMeasure measure) {
        double even = measure.of(fair, OPTIONS).macro().value();
        double uneven = measure.of(biased, OPTIONS).macro().value();
        switch (measure.direction()) {
            case LOWER -> assertThat(uneven).isGreaterThan(even);
            case HIGHER -> assertThat(uneven).isLessThan(even);
            case ZERO -> assertThat(Math.abs(uneven)).isGreaterThan(Math.abs(even));
            default -> throw new AssertionError(measure.direction());
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void itsMacroIsTheMeanOverQuestionLanguages(BiasMeasure measure) {
        BiasResult result = measure.of(biased, OPTIONS);
        Map<Lang, Estimate> numbers = result.byQuestionLanguage();
        if (!numbers.isEmpty()) {
            assertThat(List.copyOf(numbers.keySet())).isEqualTo(biased.questionLanguages());
            assertThat(result.macro().value())
                    .isCloseTo(
                            numbers.values().stream()
                                    .mapToDouble(Estimate::value)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void itsIntervalIsRoundItsNumberAndTheSameEachTime(BiasMeasure measure) {
        BiasResult result = measure.of(biased, OPTIONS);
        Interval interval = result.macro().interval();
        // Chance alone widens the spread of ranks, so that a draw may lie a little to one side.
        assertThat(interval.low()).isLessThan(interval.high());
        assertThat(result.macro().value())
                .isBetween(
                        interval.low() - (interval.high() - interval.low()) / 2,
                        interval.high() + (interval.high() - interval.low()) / 2);
        assertThat(measure.of(biased, OPTIONS)).isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void isNotANumberWithoutQuestions(BiasMeasure measure) {
        RankTable none = new RankTable(new Rankings(Map.of(new Lang("en"), 5), List.of()));
        BiasResult result = measure.of(none, OPTIONS);
        assertThat(result.macro().value()).isNaN();
        assertThat(result.byQuestionLanguage()).isEmpty();
    }
}
