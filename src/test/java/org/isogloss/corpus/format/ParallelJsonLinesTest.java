package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelJsonLinesTest {
    private static final Path TINY =
            Path.of("src/test/resources/format/parallel-jsonl/good/tiny.jsonl");
    private static final Lang EN = new Lang("en");
    private static final Lang DE = new Lang("de");
    private static final List<ParallelItem> ITEMS =
            List.of(
                    new ParallelItem(
                            "FR-currency-0",
                            "FR-currency",
                            Map.of(
                                    EN,
                                    new Pair(
                                            "What is the currency of France?",
                                            "The currency of France is the euro."),
                                    DE,
                                    new Pair(
                                            "Welche Währung hat Frankreich?",
                                            "Frankreich hat den Euro."))),
                    new ParallelItem(
                            "country:FR",
                            "country:FR",
                            Map.of(
                                    EN,
                                    new Pair("France", "France"),
                                    DE,
                                    new Pair("Frankreich", "Frankreich"))));

    @TempDir private Path folder;

    private final ParallelJsonLines format = new ParallelJsonLines();

    @Test
    void readsAndWritesHardNegatives() {
        Path file = folder.resolve("negatives.jsonl");
        List<ParallelItem> items =
                List.of(
                        new ParallelItem(
                                "a", "a", Map.of(EN, new Pair("q?", "yes", List.of("no", "nay")))));
        ParallelJsonLines.write(file, items);
        assertThat(format.read(file).items().items()).isEqualTo(items);
    }

    @Test
    void readsAndWritesTheArticleAnItemIsAbout() {
        Path file = folder.resolve("sources.jsonl");
        List<ParallelItem> items =
                List.of(new ParallelItem("a", "a", Map.of(EN, new Pair("q?", "yes")), "Rivers"));
        ParallelJsonLines.write(file, items);
        assertThat(format.read(file).items().items()).isEqualTo(items);
    }

    @Test
    void readsItemsAndDictionaryEntries() {
        Dataset tiny = format.read(TINY);
        assertThat(tiny.name()).isEqualTo("tiny");
        assertThat(tiny.items().items()).isEqualTo(ITEMS);
        assertThat(tiny.items().languages()).containsExactly(EN, DE);
        assertThat(tiny.collection()).isEqualTo(tiny.items().collection());
    }

    @Test
    void writesWhatItReads() throws IOException {
        Path copy = folder.resolve("copy.jsonl");
        ParallelJsonLines.write(copy, format.read(TINY).items().items());
        assertThat(Files.readString(copy)).isEqualTo(Files.readString(TINY));
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = folder.resolve("tiny.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(TINY, out);
        }
        assertThat(DatasetFormats.read(file)).isEqualTo(DatasetFormats.read(TINY));
    }

    @Test
    void countsItemsOfOneQuestionAsAnswersOfEachOther() throws IOException {
        Path file =
                write(
                        """
                        {"id":"a-0","question":"a","texts":{"en":{"question":"1","passage":"2"}}}
                        {"id":"a-1","question":"a","texts":{"en":{"question":"3","passage":"4"}}}
                        """);
        assertThat(format.read(file).collection().judgments())
                .isEqualTo(
                        Judgments.ofRelevant(
                                Map.of(
                                        "a-0_en", Set.of("en_a-0", "en_a-1"),
                                        "a-1_en", Set.of("en_a-0", "en_a-1"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"b\",\"texts\":{\"en\":\"x\" | is not a whole JSON object",
                "{\"id\":\"b\",\"texts\":{\"en\":\"x\"}} {} | is not a whole JSON object",
                "{\"id\":\"b\",\"id\":\"c\",\"texts\":{\"en\":\"x\"}} | is not a whole JSON object",
                "[] | a line is [], not an object of ",
                "{\"id\":\"b\",\"texts\":{\"en\":{\"question\":\"x\",\"passage\":\"y\",\"negatives\":\"z\"}}} | en: negatives is \"z\", where a list is needed",
                "{\"id\":\"b\",\"txts\":{\"en\":\"x\"}} | unknown key \"txts\" in a line; known are ",
                "{\"id\":\"b\"} | \"texts\" is missing; it needs one entry for each language",
                "{\"id\":\"b\",\"texts\":{}} | \"texts\" is {}",
                "{\"texts\":{\"en\":\"x\"}} | id is missing, where a text is needed",
                "{\"id\":7,\"texts\":{\"en\":\"x\"}} | id is 7, where a text is needed",
                "{\"id\":\"b c\",\"texts\":{\"en\":\"x\"}} | id 'b c' has a space",
                "{\"id\":\"a\",\"texts\":{\"en\":\"x\"}} | id 'a' already stands in line 1; ids must differ",
                "{\"id\":\"b\",\"texts\":{\"e n\":\"x\"}} | 'e n' is not a BCP 47 language tag such as th or zh-Hant",
                "{\"id\":\"b\",\"texts\":{\"en\":\"x\",\"EN\":\"y\"}} | language 'EN' stands twice; keep one",
                "{\"id\":\"b\",\"texts\":{\"en\":\" \"}} | en is \" \", where a text is needed",
                "{\"id\":\"b\",\"texts\":{\"en\":{\"question\":\"x\"}}} | en: passage is missing, where a text is needed",
                "{\"id\":\"b\",\"texts\":{\"en\":{\"question\":\"x\",\"passage\":\"\"}}} | en: passage is \"\", where a text is needed",
                "{\"id\":\"b\",\"texts\":{\"en\":{\"question\":\"x\",\"answer\":\"y\"}}} | unknown key \"answer\" in language 'en'; known are ",
                "{\"id\":\"b\",\"texts\":{\"en\":\"a\\ud83d\"}} | en holds half a surrogate pair, \\ud83d, at position 1",
                "`` | the line is empty; remove it",
            })
    void refusesBadLinesNamingFileLineAndValue(String line, String message) throws IOException {
        Path file = write("{\"id\":\"a\",\"texts\":{\"en\":\"x\"}}\n" + line + "\n");
        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":2: " + message);
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("items.jsonl"),
                        "{\"id\":\"a\",\"texts\":{\"de\":\"Währung\"}}\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DatasetFormats.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":1: is not UTF-8 text; convert the file to UTF-8");
    }

    @Test
    void isSummedUpInNumbers() {
        assertThat(DatasetSummary.of(DatasetFormats.read(TINY), TINY))
                .isEqualTo(
                        new DatasetSummary(
                                "tiny",
                                "parallel-jsonl",
                                List.of(
                                        new DatasetSummary.LanguageCounts(EN, 2, 2, 2),
                                        new DatasetSummary.LanguageCounts(DE, 2, 2, 2)),
                                4,
                                4,
                                2,
                                new DatasetSummary.Spread(2, 2.0, 2),
                                List.of(),
                                Fingerprint.of(TINY)));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("items.jsonl"), text);
    }
}
