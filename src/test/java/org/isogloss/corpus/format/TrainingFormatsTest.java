package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tevatron, FlagEmbedding, sentence-transformers and plain tables on their samples. */
class TrainingFormatsTest {
    private static final Path SAMPLES = Path.of("sample-data/formats");
    private static final Lang DE = new Lang("de");
    private static final Lang HI = new Lang("hi");
    private static final Lang TH = new Lang("th");

    @TempDir private Path folder;

    @Test
    void readsBothVersionsOfTevatronsRowsAlike() {
        Dataset first = DatasetFormats.read(SAMPLES.resolve("tevatron/train-th.jsonl"));
        Dataset second = DatasetFormats.read(SAMPLES.resolve("tevatron/hi"));
        assertThat(first.items().items().get(1))
                .isEqualTo(
                        new ParallelItem(
                                "q1",
                                "q1",
                                Map.of(
                                        TH,
                                        new Pair(
                                                "แม่น้ำสายใดไหลผ่านเมืองเก่า",
                                                "แม่น้ำลีราไหลผ่านเมืองเก่าและมีสะพานข้ามสามแห่ง",
                                                List.of("รถเมล์กลางคืนวิ่งทุกสี่สิบนาที")))));
        assertThat(second.items().items().get(1))
                .isEqualTo(
                        new ParallelItem(
                                "q1",
                                "q1",
                                Map.of(
                                        HI,
                                        new Pair(
                                                "पुराने शहर से कौन सी नदी बहती है?",
                                                "लीरा नदी पुराने शहर से बहती है और उस पर तीन पुल हैं।",
                                                List.of("रात की बस हर चालीस मिनट में चलती है।")))));
    }

    @Test
    void givesRowsOfOneQuestionOneIdSoThatTheyNeverShareABatch() {
        Path file = SAMPLES.resolve("flag-embedding/train-zh.jsonl");
        Dataset rows = DatasetFormats.read(file);
        assertThat(rows.items().items())
                .extracting(ParallelItem::id)
                .containsExactly("1", "2", "3", "1#2");
        assertThat(rows.items().items())
                .extracting(ParallelItem::question)
                .containsExactly("1", "2", "3", "1");
        assertThat(rows.report().entries())
                .containsExactly(
                        new ReadReport.Entry(
                                file.toString(), 4, "scores for distillation are not used", 1));
    }

    @Test
    void readsQuotesAndLineBreaksInCsvAndNotesEmptyNegatives() {
        Path file = SAMPLES.resolve("sentence-transformers/triplets-de.csv");
        Dataset rows = DatasetFormats.read(file);
        assertThat(rows.items().items())
                .contains(
                        new ParallelItem(
                                "5",
                                "5",
                                Map.of(
                                        DE,
                                        new Pair(
                                                "Was heißt \"Lira\"?",
                                                "\"Lira\" heißt,\nso sagt man, die Leier."))))
                .hasSize(4);
        assertThat(rows.report().entries())
                .containsExactly(
                        new ReadReport.Entry(file.toString(), 5, "a negative is empty", 1));
    }

    @Test
    void joinsRowsOfOneIdIntoOneItem() {
        Dataset faq = DatasetFormats.read(SAMPLES.resolve("columns/faq.csv"));
        assertThat(faq.items().items())
                .extracting(ParallelItem::id)
                .containsExactly("town-1", "town-2", "town-3");
        assertThat(faq.items().languages()).containsExactly(new Lang("ar"), HI, new Lang("sw"));
        assertThat(faq.collection().judgments().of("town-1_hi"))
                .containsExactly("ar_town-1", "hi_town-1", "sw_town-1");
    }

    @Test
    void readsAnyTableOnceItsColumnsAreNamed() throws IOException {
        Path named = Files.writeString(folder.resolve("faq-de.csv"), "f,a,n\nWer?,Er.,Sie.\n");
        assertThatThrownBy(() -> DatasetFormats.read(named))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        named
                                + ": does not say which columns hold questions and passages; name"
                                + " two of [f, a, n] with --column question=… --column passage=…");
        assertThat(
                        DatasetFormats.read(
                                        named,
                                        ReadOptions.NONE.withColumns(
                                                Map.of(
                                                        "question",
                                                        "f",
                                                        "passage",
                                                        "a",
                                                        "negative",
                                                        "n")))
                                .items()
                                .items())
                .containsExactly(
                        new ParallelItem(
                                "2", "2", Map.of(DE, new Pair("Wer?", "Er.", List.of("Sie.")))));
        Path headless = Files.writeString(folder.resolve("faq-th.tsv"), "x\tใคร\tเขา\n");
        assertThat(
                        DatasetFormats.read(
                                        headless,
                                        ReadOptions.NONE.withColumns(
                                                Map.of("question", "2", "passage", "3")))
                                .items()
                                .items())
                .containsExactly(new ParallelItem("1", "1", Map.of(TH, new Pair("ใคร", "เขา"))));
        assertThatThrownBy(
                        () ->
                                DatasetFormats.read(
                                        headless,
                                        ReadOptions.NONE.withColumns(
                                                Map.of("question", "2", "passage", "4"))))
                .isInstanceOf(BadInputException.class)
                .hasMessage(headless + ": has no column '4'; it has [x, ใคร, เขา]");
    }

    @Test
    void scoresButDoesNotTrainOnATableAcrossLanguages() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("across.tsv"), "question\tpassage\nWer?\tเขา\nWas?\tเขา\n");
        Dataset across = DatasetFormats.read(file, ReadOptions.NONE.withLanguages(DE, TH));
        assertThat(across.items().items()).isEmpty();
        assertThat(across.collection().questions())
                .containsExactly(
                        new Question("2", "2", DE, "Wer?"), new Question("3", "3", DE, "Was?"));
        assertThat(across.collection().passages()).hasSize(1);
        assertThatThrownBy(
                        () ->
                                DatasetFormats.read(
                                        SAMPLES.resolve("flag-embedding/train-zh.jsonl"),
                                        ReadOptions.NONE.withLanguages(DE, TH)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has questions in de and passages in th");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"query\":\"a\",\"pos\":[\"b\"],\"pos_scores\":[NaN]} | is not a whole JSON object: Non-standard token 'NaN'",
                "{\"query\":\"a\",\"pos\":[\"b\"],\"pos_scores\":[1,2]} | pos_scores has 2 numbers for 1 texts",
                "{\"query\":\"a\",\"pos\":[null]} | pos holds null, where a text is needed",
                "{\"query\":\"a\",\"pos\":\"b\"} | pos is \"b\", where a list is needed",
                "{\"query\":\"a\",\"pos\":[\"\"]} | pos is empty",
                "{\"query\":null,\"pos\":[\"b\"]} | query is null, where a text is needed",
                "{\"query\":\"a\"} | has no \"pos\"; it has [query]",
                "{\"query\":\"a\",\"pos\":[\"\\udc00\"]} | pos holds half a surrogate pair",
                "{\"query\":\"a\",\"query\":\"b\",\"pos\":[]} | is not a whole JSON object: Duplicate",
                "[1] | the line is [1], not a JSON object",
                "`` | the line is empty; remove it",
            })
    void refuseBadRowsNamingFileLineAndValue(String row, String message) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("rows-de.jsonl"),
                        "{\"query\":\"x\",\"pos\":[\"y\"]}\n" + row + "\n");
        assertThatThrownBy(() -> DatasetFormats.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":2: " + message);
    }
}
