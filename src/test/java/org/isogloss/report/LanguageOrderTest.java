package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class LanguageOrderTest {
    private static final List<Lang> LANGUAGES = langs("ar", "de", "ru", "en", "hi", "tlh");

    private static List<Lang> langs(String... tags) {
        return Stream.of(tags).map(Lang::new).toList();
    }

    /** Each value is the sum of what its two languages are worth. */
    private static LanguagePairTable table() {
        List<Double> worth = List.of(.1, .3, .2, .4, .3, Double.NaN);
        return new LanguagePairTable(
                "map",
                LANGUAGES,
                LANGUAGES,
                worth.stream().map(q -> worth.stream().map(a -> q + a).toList()).toList());
    }

    @Test
    void asInTheData() {
        assertThat(LanguageOrder.DATA.of(List.of(table()), lang -> 0)).isEqualTo(LANGUAGES);
    }

    @Test
    void languagesOfOneScriptStandTogether() {
        assertThat(LanguageOrder.SCRIPT.of(List.of(table()), lang -> 0))
                .isEqualTo(langs("de", "en", "tlh", "ru", "ar", "hi"));
    }

    @Test
    void familiesStandTogetherAndUnknownOnesLast() {
        assertThat(LanguageOrder.FAMILY.of(List.of(table()), lang -> 0))
                .isEqualTo(langs("ar", "de", "en", "hi", "ru", "tlh"));
    }

    @Test
    void theBestStandsFirstAndOneWithoutValuesLast() {
        assertThat(LanguageOrder.SCORE.of(List.of(table()), lang -> 0))
                .isEqualTo(langs("en", "de", "hi", "ru", "ar", "tlh"));
    }

    @Test
    void whatTrainingSawMostStandsFirstAndWhatItNeverSawLastAsInTheData() {
        Map<Lang, Double> seen = Map.of(new Lang("en"), .2, new Lang("hi"), .5);

        assertThat(
                        LanguageOrder.EXPOSURE.of(
                                List.of(table()), lang -> seen.getOrDefault(lang, 0.0)))
                .isEqualTo(langs("hi", "en", "ar", "de", "ru", "tlh"));
    }

    @Test
    void aTableInAnotherOrderHoldsTheSameNumbers() {
        LanguagePairTable table = table();
        LanguagePairTable ordered = table.in(LanguageOrder.SCORE.of(List.of(table), lang -> 0));

        assertThat(ordered.questionLanguages()).startsWith(new Lang("en"));
        assertThat(ordered.values().get(0).get(4)).isEqualTo(.4 + .1);
        for (Lang question : LANGUAGES) {
            for (Lang answer : LANGUAGES) {
                assertThat(ordered.value(question, answer))
                        .isEqualTo(Double.valueOf(table.value(question, answer)));
            }
        }
    }
}
