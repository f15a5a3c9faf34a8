package org.isogloss.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is Old?|WHAT IS OLD",
                "e-mail|email",
                "Straße|STRASSE",
                "ΟΔΟΣ|οδος",
                "DİYARBAKIR|diyarbakır",
                "ＡＢＣ１２３|abc123",
                "สกุลเงิน ของไทย|สกุลเงินของไทย",
                "巴黎，法国。|巴黎法国",
                "٢٠١٥|2015",
                "२०१५|2015",
                "العَرَبِيَّة|العربية",
                "مـصـر|مصر",
                "zero\u200bwidth|zerowidth",
                "cafe\u0301|café",
            })
    void isTheSameForCopiesOfOneText(String a, String b) {
        assertThat(FoldedText.of(a)).isNotEmpty().isEqualTo(FoldedText.of(b));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is C++?|What is C?",
                "+33|33",
                "3.5|35",
                "resume|résumé",
                "มา|ม้า",
                "किताब|कतब",
                "1990|1991",
            })
    void keepsApartWhatSaysSomethingElse(String a, String b) {
        assertThat(FoldedText.of(a)).isNotEqualTo(FoldedText.of(b));
    }

    @ParameterizedTest
    @CsvSource({"'?!…'", "'   '", "''"})
    void isEmptyForTextWithoutWords(String text) {
        assertThat(FoldedText.of(text)).isEmpty();
    }
}
