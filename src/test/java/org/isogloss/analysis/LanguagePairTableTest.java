package org.isogloss.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class LanguagePairTableTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Lang ZH = new Lang("zh");

    /** Answer languages in another order, and one no question is in. */
    private static final LanguagePairTable TABLE =
            new LanguagePairTable(
                    "map",
                    List.of(EN, TH),
                    List.of(TH, EN, ZH),
                    List.of(List.of(0.25, 1.0, 0.5), List.of(0.5, 0.75, Double.NaN)));

    @Test
    void findsNumbersByLanguageNotByPlace() {
        assertThat(TABLE.value(EN, TH)).isEqualTo(0.25);
        assertThat(TABLE.value(TH, EN)).isEqualTo(0.75);
        assertThat(TABLE.value(ZH, EN)).isNaN();
    }

    @Test
    void meansAreOverTheNumbersThereAre() {
        // en-en 1.0, th-th 0.5
        assertThat(TABLE.diagonalMean()).isEqualTo(0.75);
        // en-th 0.25, en-zh 0.5, th-en 0.75; th-zh was not measured
        assertThat(TABLE.offDiagonalMean()).isEqualTo(0.5);
    }

    @Test
    void meansOfNothingAreNotANumber() {
        LanguagePairTable one =
                new LanguagePairTable("map", List.of(EN), List.of(EN), List.of(List.of(0.5)));
        assertThat(one.diagonalMean()).isEqualTo(0.5);
        assertThat(one.offDiagonalMean()).isNaN();
    }

    @Test
    void subtractsNumberByNumber() {
        LanguagePairTable other =
                new LanguagePairTable(
                        "map",
                        List.of(EN, TH),
                        List.of(TH, EN, ZH),
                        List.of(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.75, 1.0)));
        LanguagePairTable difference = TABLE.difference(other);
        assertThat(difference.values())
                .isEqualTo(List.of(List.of(-0.25, 0.5, 0.0), List.of(0.25, 0.0, Double.NaN)));
        assertThat(difference.diagonalMean()).isCloseTo(0.375, within(1e-15));
    }

    @Test
    void refusesToSubtractOtherLanguages() {
        LanguagePairTable other =
                new LanguagePairTable("map", List.of(EN), List.of(EN), List.of(List.of(0.5)));
        assertThatThrownBy(() -> TABLE.difference(other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesValuesThatDoNotFit() {
        assertThatThrownBy(
                        () ->
                                new LanguagePairTable(
                                        "map", List.of(EN), List.of(EN, TH), List.of(List.of(0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the values do not fit the languages of map");
    }
}
