package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SquadJsonTest {
    private static final Path SAMPLES = Path.of("sample-data/formats/squad");
    private static final Path XQUAD_R = Path.of("../shared/data/xquad-r");
    private static final Lang AR = new Lang("ar");
    private static final Lang DE = new Lang("de");

    private final SquadJson format = new SquadJson();

    @TempDir private Path folder;

    @Test
    void readsParagraphsAsCandidatesAndTheSameIdAsTranslations() {
        Dataset xquad = format.read(SAMPLES.resolve("xquad-style"));
        assertThat(xquad.collection().questions())
                .extracting(Question::id)
                .containsExactly(
                        "town-1_en",
                        "town-2_en",
                        "town-3_en",
                        "town-1_hi",
                        "town-2_hi",
                        "town-3_hi",
                        "town-1_th",
                        "town-2_th",
                        "town-3_th");
        assertThat(xquad.collection().passages())
                .contains(
                        new Passage(
                                "th_1",
                                new Lang("th"),
                                "แม่น้ำลีราไหลผ่านเมืองเก่าและมีสะพานข้ามสามแห่ง"))
                .hasSize(9);
        assertThat(xquad.collection().judgments().of("town-2_hi"))
                .containsExactly("en_1", "hi_1", "th_1");
        assertThat(xquad.items().items())
                .extracting(ParallelItem::source)
                .containsExactly("The town", "The town", "The town");
        assertThat(xquad.items().languages())
                .containsExactly(new Lang("en"), new Lang("hi"), new Lang("th"));
        assertThat(xquad.report()).isEqualTo(ReadReport.EMPTY);
    }

    @Test
    void takesMlqasLanguagesFromTheFilesNamesOnBothSides() {
        Dataset mlqa = format.read(SAMPLES.resolve("mlqa-style"));
        assertThat(mlqa.collection().questions())
                .extracting(Question::id)
                .containsExactly(
                        "town-1_ar",
                        "town-2_ar",
                        "town-3_ar",
                        "town-1_de",
                        "town-2_de",
                        "town-3_de");
        assertThat(mlqa.collection().judgments().of("town-1_de")).containsExactly("ar_0", "de_0");
        assertThat(mlqa.report()).isEqualTo(ReadReport.EMPTY);

        Dataset one = format.read(SAMPLES.resolve("mlqa-style/dev-context-ar-question-de.json"));
        assertThat(one.collection().questionLanguages()).containsExactly(DE);
        assertThat(one.collection().answerLanguages()).containsExactly(AR);
        assertThat(one.items().items()).isEmpty();
    }

    @Test
    void leavesOutQuestionsWithoutAnAnswerAndSaysSo() {
        Path file = SAMPLES.resolve("squad-2.0-zh.json.gz");
        Dataset squad = format.read(file);
        assertThat(squad.collection().questions()).hasSize(3);
        // Emoji before the answers: offsets are code points, or the report would name them.
        assertThat(squad.report().entries())
                .containsExactly(
                        new ReadReport.Entry(file.toString(), 21, "the question has no answer", 1));
    }

    @Test
    void readsMachineTranslationsOfSquadInTheSecondLanguage() throws IOException {
        Path file = folder.resolve("squad.translate.train.en-hi.json");
        Files.copy(SAMPLES.resolve("xquad-style/xquad.hi.json"), file);
        assertThat(format.read(file).items().languages()).containsExactly(new Lang("hi"));
    }

    @Test
    void asksForTheLanguageWhereAFileDoesNotSayIt() throws IOException {
        Path file = folder.resolve("train-v1.1.json");
        Files.copy(SAMPLES.resolve("xquad-style/xquad.hi.json"), file);
        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        file
                                + ": does not say the language of its questions and passages; name"
                                + " it with --question-lang and --answer-lang, or call the file by"
                                + " it");
        Lang hi = new Lang("hi");
        assertThat(format.read(file, ReadOptions.NONE.withLanguages(hi, hi)).items().languages())
                .containsExactly(hi);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"answer_start\":4 | \"answer_start\":12 | :6: the answer of question 'q' at 12 to 14 lies past its 13-character context;",
                "\"answer_start\":4 | \"answer_start\":-1 | :6: \"answer_start\" is -1, where a number from 0 is needed",
                "\"answer_start\":4 | \"answer_start\":null | : an \"answer_start\" is missing",
                "\"question\":\"Is it?\" | \"question\":\" \" | :5: \"question\" is \" \", where a text is needed",
                "\"question\":\"Is it?\" | \"question\":\"\\ud83d\" | :5: question holds half a surrogate pair, \\ud83d, at position 0;",
                "\"id\":\"q\" | \"id\":\"q 1\" | :4: the question's id 'q 1' has a space",
                "\"qas\":[{ | \"qas\":[null,{ | :2: a question of the paragraph is null",
                "}]}]}]}]} | }]}] | :7: is not whole SQuAD JSON: Unexpected end-of-input",
                "}]}]}]}]} | }]}]}]}]} {} | :6: has more text after its end; remove it",
            })
    void refusesBadValuesNamingFileLineAndValue(String good, String bad, String message)
            throws IOException {
        String text =
                """
                {"data":[{"title":"T","paragraphs":[{
                "context":"😀😀. It is so.",
                "qas":[{
                "id":"q",
                "question":"Is it?","answers":[{
                "answer_start":4,"text":"It"}]}]}]}]}
                """;
        assertThat(text).contains(good);
        Path file = Files.writeString(folder.resolve("en.json"), text.replace(good, bad));
        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void notesAnAnswerThatIsNotWhereItShouldBe() throws IOException {
        String text = Files.readString(SAMPLES.resolve("xquad-style/xquad.en.json"));
        Path file =
                Files.writeString(
                        folder.resolve("en.json"),
                        text.replace("\"text\": \"Amal Idris\"", "\"text\": \"Amal idris\""));
        assertThat(format.read(file).report().entries())
                .extracting(ReadReport.Entry::reason)
                .containsExactly("the answer is not at its answer_start; its paragraph is used");
    }

    /** XQuAD has 240 paragraphs and 1,190 questions a language (Artetxe et al. 2020). */
    @Test
    void readsXquadAsItsPaperCountsIt() throws IOException {
        assumeThat(XQUAD_R).as("XQuAD-R is not on this machine: " + XQUAD_R).isDirectory();
        try (Stream<Path> files = Files.list(XQUAD_R)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                JsonNode squad = JsonFile.tree(file);
                for (JsonNode paragraph : squad.findParents("sentence_breaks")) {
                    ((ObjectNode) paragraph).remove(List.of("sentence_breaks", "sentences"));
                }
                Files.writeString(
                        folder.resolve("xquad." + file.getFileName()), JsonFile.line(squad));
            }
        }
        DatasetSummary summary = DatasetSummary.of(DatasetFormats.read(folder), folder);
        assertThat(summary.format()).isEqualTo("squad");
        assertThat(summary.languages())
                .hasSize(11)
                .allSatisfy(
                        counts ->
                                assertThat(counts)
                                        .isEqualTo(
                                                new LanguageCounts(
                                                        counts.lang(), 1190, 240, 1190)));
        assertThat(summary.relevant()).isEqualTo(new DatasetSummary.Spread(11, 11.0, 11));
        assertThat(summary.leftOut()).isEmpty();
    }
}
