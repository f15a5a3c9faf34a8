package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bias measure promises; a new one in the list is tested by itself. */
class BiasMeasureContractTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");

    /** One English and one Thai question, over English and Thai candidates. */
    private static final Evaluation BIASED =
            Evaluation.of(
                    "c",
                    2,
                    20,
                    List.of(
                            score(EN, "*", "rank_distance", 5),
                            score(TH, "*", "rank_distance", 10),
                            score(EN, "*", "own_language_1", 1),
                            score(TH, "*", "own_language_1", 1),
                            score(EN, "en", "share_10", 0.75),
                            score(EN, "th", "share_10", 0.25),
                            score(TH, "en", "share_10", 0.5),
                            score(TH, "th", "share_10", 0.5)));

    static List<BiasMeasure> measures() {
        return BiasMeasures.all();
    }

    private static Score score(Lang question, String answer, String metric, double value) {
        return new Score("1_" + question, "1", question, answer, metric, value);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void saysWhatItIs(BiasMeasure measure) {
        assertThat(measure.id()).matches("[a-z0-9_]+");
        assertThat(measure.name()).isNotBlank();
        assertThat(measure.meaning()).endsWith(".");
        assertThat(measure.unit()).isNotNull();
        assertThat(measure.direction()).isNotNull();
        assertThat(BiasMeasures.all()).extracting(BiasMeasure::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void itsMacroIsTheMeanOverQuestionLanguages(BiasMeasure measure) {
        Map<Lang, Double> numbers = measure.byQuestionLanguage(BIASED);
        assertThat(numbers.keySet()).containsExactly(EN, TH);
        assertThat(measure.macro(BIASED))
                .isCloseTo((numbers.get(EN) + numbers.get(TH)) / 2, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void isNotANumberWithoutScores(BiasMeasure measure) {
        assertThat(measure.macro(Evaluation.of("none", 0, 0, List.of()))).isNaN();
    }

    @Test
    void readTheirNumbersFromTheEvaluation() {
        assertThat(new RankDistance().byQuestionLanguage(BIASED))
                .isEqualTo(Map.of(EN, 5.0, TH, 10.0));
        assertThat(new OwnLanguageTop1().byQuestionLanguage(BIASED))
                .isEqualTo(Map.of(EN, 1.0, TH, 1.0));
        assertThat(new Top10Share().byQuestionLanguage(BIASED))
                .isEqualTo(Map.of(EN, 0.75, TH, 0.5));
    }
}
