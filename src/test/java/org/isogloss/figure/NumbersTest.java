package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.7049, .705", "0, .000", "1, 1.00", "0.9996, 1.00", "NaN, –"})
    void writesScoresWithoutLeadingZero(double value, String text) {
        assertThat(Numbers.score(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.032, +.032", "-0.0139, −.014", "0, .000", "-0.0004, .000", "NaN, –"})
    void writesDifferencesWithTheirSign(double value, String text) {
        assertThat(Numbers.difference(value)).isEqualTo(text);
    }

    @Test
    void separatesThousandsByThinSpaces() {
        assertThat(Numbers.count(13_014)).isEqualTo("13\u2009014");
        assertThat(Numbers.tick(10_000)).isEqualTo("10\u2009000");
        assertThat(Numbers.tick(-.25)).isEqualTo("\u22120.25");
        assertThat(Numbers.tick(200)).isEqualTo("200");
        assertThat(Numbers.counts("5 of 2,112, 3,4 and 1,234,567"))
                .isEqualTo("5 of 2\u2009112, 3,4 and 1\u2009234\u2009567");
    }

    @ParameterizedTest
    @CsvSource({"0.1234567, 0.123457", "100, 100", "0, 0", "-0.5, -0.5"})
    void writesPlainNumbersForPrograms(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @Test
    void quotesCellsOfCsvThatNeedIt() {
        FigureTable table =
                new FigureTable(
                        List.of("run", "value"),
                        List.of(List.of("a, b", "1"), List.of("\"c\"", "2")));

        assertThat(table.csv()).isEqualTo("run,value\n\"a, b\",1\n\"\"\"c\"\"\",2\n");
    }

    @Test
    void leavesOutWhatIsNotKnownOfTheProvenance() {
        assertThat(Provenance.UNKNOWN.line()).isEmpty();
        assertThat(new Provenance("XQuAD-R", "multilingual pool", 13_014, 1_190, "", "").line())
                .isEqualTo(
                        "XQuAD-R · multilingual pool, 13\u2009014 candidates · n = 1\u2009190 per"
                                + " language");
    }
}
