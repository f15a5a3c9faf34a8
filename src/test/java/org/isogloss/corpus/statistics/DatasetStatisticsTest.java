package org.isogloss.corpus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetStatisticsTest {
    private static final Path XQUAD_R = Path.of("../shared/data/xquad-r");
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");

    private static final TestCollection COLLECTION =
            new TestCollection(
                    "c",
                    List.of(
                            new Question("a_en", "a", EN, "One two three"),
                            new Question("b_en", "b", EN, "one, TWO three?"),
                            new Question("a_th", "a", TH, "หนึ่งสอง"),
                            new Question("c_th", "c", TH, "wrong language")),
                    List.of(new Passage("p", EN, "😀 ok")),
                    new Judgments(java.util.Map.of()));

    @Test
    void countsEachLanguage() {
        DatasetStatistics statistics =
                DatasetStatistics.of(COLLECTION, text -> text.split(" ", -1).length);

        LanguageStatistics english = statistics.languages().get(0);
        assertThat(english.lang()).isEqualTo(EN);
        assertThat(english.questions().count()).isEqualTo(2);
        assertThat(english.questions().repeated()).isEqualTo(1);
        assertThat(english.questions().characters())
                .isEqualTo(new Lengths(13, 14, 13, 15, 15, List.of(new Lengths.Bin(10, 20, 2))));
        assertThat(english.questions().tokens().max()).isEqualTo(3);
        assertThat(english.questions().samples()).hasSize(2);
        assertThat(english.passages().characters().max()).as("code points").isEqualTo(4);
        assertThat(statistics.languages().get(1).passages().count()).isZero();
    }

    @Test
    void countsQuestionsThatTwoLanguagesShare() {
        assertThat(DatasetStatistics.of(COLLECTION).coverage())
                .isEqualTo(
                        new DatasetStatistics.Coverage(
                                List.of(EN, TH), List.of(List.of(2, 1), List.of(1, 2))));
    }

    @Test
    void findsTextsInAnotherScript() {
        ScriptCheck thai = DatasetStatistics.of(COLLECTION).languages().get(1).script();

        assertThat(thai.expected()).containsExactly("Thai");
        assertThat(thai.misfits()).isEqualTo(1);
        assertThat(thai.firstMisfit()).isEqualTo("wrong language");
        // หนึ่งสอง has 6 letters beside 2 marks, "wrong language" has 13.
        assertThat(thai.share()).isCloseTo(6 / 19.0, within(1e-9));
        assertThat(thai.scripts()).containsOnlyKeys("Latin", "Thai");
    }

    @ParameterizedTest
    @CsvSource({
        "th, THAI",
        "zh, HAN",
        "zh-Hant, HAN",
        "ja, HAN HIRAGANA KATAKANA",
        "ko, HAN HANGUL",
        "sr, CYRILLIC LATIN",
        "sr-Latn, LATIN",
        "pa-Arab, ARABIC",
        "fa, ARABIC",
        "id, LATIN",
        "he, HEBREW",
        "tlh, ''",
    })
    void knowsTheScriptsOfALanguage(String tag, String scripts) {
        Set<UnicodeScript> expected = new ExpectedScripts().of(new Lang(tag));

        assertThat(expected.stream().map(Enum::name))
                .containsExactlyInAnyOrder(
                        scripts.isEmpty() ? new String[0] : scripts.split(" ", -1));
    }

    @Test
    void binsLengthsWithoutGaps() {
        assertThat(Lengths.of(new int[] {3, 60, 2}).bins())
                .containsExactly(
                        new Lengths.Bin(2, 5, 2),
                        new Lengths.Bin(5, 10, 0),
                        new Lengths.Bin(10, 20, 0),
                        new Lengths.Bin(20, 50, 0),
                        new Lengths.Bin(50, 100, 1));
        assertThat(Lengths.of(new int[0]).bins()).isEmpty();
        assertThat(Lengths.of(new int[] {0}).bins()).containsExactly(new Lengths.Bin(0, 1, 1));
    }

    @Test
    void findsXquadRFullyParallelAndInItsScripts() {
        assumeThat(Files.isDirectory(XQUAD_R)).as("XQuAD-R is here").isTrue();

        DatasetStatistics statistics =
                DatasetStatistics.of(DatasetFormats.read(XQUAD_R).collection());

        assertThat(statistics.coverage().questions())
                .as("LAReQA, section 3: 1,190 questions in each of 11 languages")
                .hasSize(11)
                .allSatisfy(row -> assertThat(row).hasSize(11).containsOnly(1190));
        assertThat(statistics.languages())
                .allSatisfy(language -> assertThat(language.script().share()).isGreaterThan(0.9));
    }
}
