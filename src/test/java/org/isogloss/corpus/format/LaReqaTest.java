package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaReqaTest {
    private static final Path TINY = Path.of("src/test/resources/format/lareqa/good/tiny");
    private static final Path XQUAD_R = Path.of("../shared/data/xquad-r");
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");

    /** One paragraph of two sentences and one question, a value a line. */
    private static final String GOOD =
            """
            {"data":[{"title":"T","paragraphs":[{
            "context":"😀 Hi. It is so.",
            "qas":[{
            "id":"q",
            "question":"Is it?",
            "answers":[{
            "answer_start":6,
            "text":"It"}]}],
            "sentence_breaks":[[0,5],[6,15]],
            "sentences":["😀 Hi.",
            "It is so."]}]}]}
            """;

    @TempDir private Path folder;

    private final LaReqa format = new LaReqa();

    @Test
    void readsEverySentenceAsACandidateAndEveryAnswerAsItsSentence() {
        String cities = "😀🎉 Hello. Paris is old. Rome is older.";
        String thai = "ปารีสเก่า โรมเก่ากว่า";
        Dataset tiny = format.read(TINY);
        assertThat(tiny.collection())
                .isEqualTo(
                        new TestCollection(
                                "tiny",
                                List.of(
                                        new Question("q1_en", "q1", EN, "What is old?", "Cities"),
                                        new Question("q2_en", "q2", EN, "What is older?", "Cities"),
                                        new Question("q3_en", "q3", EN, "What is long?", "Rivers"),
                                        new Question("q1_th", "q1", TH, "อะไรเก่า", "Cities"),
                                        new Question("q2_th", "q2", TH, "อะไรเก่ากว่า", "Cities")),
                                List.of(
                                        new Passage("en_0_0", EN, "😀🎉 Hello.", cities),
                                        new Passage("en_0_1", EN, "Paris is old.", cities),
                                        new Passage("en_0_2", EN, "Rome is older.", cities),
                                        new Passage(
                                                "en_1_0",
                                                EN,
                                                "The Nile is long.",
                                                "The Nile is long."),
                                        new Passage("th_0_0", TH, "ปารีสเก่า", thai),
                                        new Passage("th_0_1", TH, "โรมเก่ากว่า", thai)),
                                Judgments.ofRelevant(
                                        Map.of(
                                                "q1_en", Set.of("en_0_1", "th_0_0"),
                                                "q1_th", Set.of("en_0_1", "th_0_0"),
                                                "q2_en", Set.of("en_0_2", "th_0_1"),
                                                "q2_th", Set.of("en_0_2", "th_0_1"),
                                                "q3_en", Set.of("en_1_0")))));
        assertThat(tiny.items())
                .isEqualTo(
                        new ParallelCorpus(
                                "tiny",
                                List.of(
                                        new ParallelItem(
                                                "q1",
                                                "q1",
                                                Map.of(
                                                        EN,
                                                        new Pair("What is old?", "Paris is old."),
                                                        TH,
                                                        new Pair("อะไรเก่า", "ปารีสเก่า")),
                                                "Cities"),
                                        new ParallelItem(
                                                "q2",
                                                "q2",
                                                Map.of(
                                                        EN,
                                                        new Pair(
                                                                "What is older?", "Rome is older."),
                                                        TH,
                                                        new Pair("อะไรเก่ากว่า", "โรมเก่ากว่า")),
                                                "Cities"),
                                        new ParallelItem(
                                                "q3",
                                                "q3",
                                                Map.of(
                                                        EN,
                                                        new Pair(
                                                                "What is long?",
                                                                "The Nile is long.")),
                                                "Rivers"))));
    }

    @Test
    void readsOneLanguageFromItsFile() {
        Dataset english = format.read(TINY.resolve("en.json"));
        assertThat(english.name()).isEqualTo("en");
        assertThat(english.items().languages()).containsExactly(EN);
        assertThat(english.collection().judgments().of("q1_en")).containsExactly("en_0_1");
    }

    @Test
    void countsOffsetsInCodePoints() throws IOException {
        Files.writeString(folder.resolve("en.json"), GOOD);
        assertThat(format.read(folder).collection().judgments().of("q_en"))
                .containsExactly("en_0_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"answer_start\":6 | \"answer_start\":44 | 7 | answer_start 44 of question 'q' lies past the 15-character context; is the file whole and UTF-8?",
                "\"answer_start\":6 | \"answer_start\":7 | 7 | the answer 'It' of question 'q' does not stand at answer_start 7",
                "\"answer_start\":6 | \"answer_start\":-1 | 7 | \"answer_start\" is -1, where a number from 0 is needed",
                "\"answer_start\":6 | \"answer_start\":6.5 | 7 | \"answer_start\" is 6.5, where a number from 0 is needed",
                "\"question\":\"Is it?\" | \"question\":\" \" | 5 | \"question\" is \" \", where a text is needed",
                "\"question\":\"Is it?\" | \"question\":null | 4 | question 'q' has no text",
                "\"id\":\"q\" | \"id\":\"q 1\" | 4 | id 'q 1' has a space",
                "[6,15] | [7,15] | 9 | sentence_breaks [7, 15] do not match the sentence 'It is so.'",
                "[6,15] | [6,99] | 9 | sentence_breaks [6, 99] do not match the sentence 'It is so.'",
                "[6,15] | [15,6] | 9 | sentence_breaks [15, 6] do not match the sentence 'It is so.'",
                "[6,15] | [6] | 11 | its sentence_breaks entry has 1 numbers, not 2",
                ",[6,15] | `` | 2 | the paragraph has 2 sentences but 1 sentence_breaks",
                "\"It is so.\" | \"\" | 11 | \"sentence\" is \"\", where a text is needed",
                "\"text\":\"It\" | \"text\":\"\" | 8 | \"text of an answer\" is \"\"",
                "}]}]} | }] | 12 | ",
            })
    void refusesBadInputNamingFileLineAndValue(String good, String bad, int line, String message)
            throws IOException {
        assertThat(GOOD).contains(good);
        Path file = Files.writeString(folder.resolve("en.json"), GOOD.replace(good, bad));
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(message == null ? "" : message);
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("en.json"), GOOD.replace("\"question\"", "\"query\""));
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":5: ")
                .hasMessageContaining("\"query\"");
    }

    @Test
    void refusesAnAnswerInNoSentence() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("en.json"),
                        GOOD.replace("\"answer_start\":6", "\"answer_start\":5")
                                .replace("\"text\":\"It\"", "\"text\":\" It\""));
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        file
                                + ":7: answer_start 5 of question 'q' lies in no sentence; correct"
                                + " it or the sentence_breaks");
    }

    @Test
    void refusesTheSameQuestionTwiceInALanguage() throws IOException {
        String asked = GOOD.substring(GOOD.indexOf("{\n\"id\""), GOOD.indexOf("],\n\"sentence_b"));
        Path file =
                Files.writeString(
                        folder.resolve("en.json"), GOOD.replace(asked, asked + "," + asked));
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":9: id 'q' stands twice; ids must differ");
    }

    @Test
    void refusesAnswersInTwoSentences() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("en.json"),
                        GOOD.replace(
                                "\"answers\":[",
                                "\"answers\":[{\"answer_start\":2,\"text\":\"Hi\"},"));
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":4: question 'q' has answers in two sentences; keep one");
    }

    @Test
    void refusesAFileThatIsNotNamedByALanguage() throws IOException {
        Files.writeString(folder.resolve("en.json"), GOOD);
        Path file = Files.writeString(folder.resolve("dataset_infos.json"), "{}");
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": 'dataset_infos' ")
                .hasMessageContaining("move it out of the folder");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        byte[] latin1 = GOOD.replace("Hi", "Hé").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("en.json"), latin1);
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ": is not UTF-8 text; convert it to UTF-8");
    }

    @Test
    void refusesALanguageWithoutQuestions() throws IOException {
        Path file = Files.writeString(folder.resolve("en.json"), "{\"data\":[]}");
        assertThatThrownBy(() -> format.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": has no question");
    }

    /** The counts are those of LAReQA (arXiv 2004.05484), table 1. */
    @Test
    void readsXquadRAsLaReqaCountsIt() {
        assumeThat(XQUAD_R).as("XQuAD-R is not on this machine: " + XQUAD_R).isDirectory();
        Map<String, Integer> candidates = new LinkedHashMap<>();
        candidates.put("ar", 1222);
        candidates.put("de", 1276);
        candidates.put("el", 1234);
        candidates.put("en", 1180);
        candidates.put("es", 1215);
        candidates.put("hi", 1244);
        candidates.put("ru", 1219);
        candidates.put("th", 852);
        candidates.put("tr", 1167);
        candidates.put("vi", 1209);
        candidates.put("zh", 1196);
        DatasetSummary summary = DatasetSummary.of(DatasetFormats.read(XQUAD_R), XQUAD_R);
        assertThat(summary.name()).isEqualTo("xquad-r");
        assertThat(summary.languages())
                .containsExactlyElementsOf(
                        candidates.entrySet().stream()
                                .map(
                                        entry ->
                                                new LanguageCounts(
                                                        new Lang(entry.getKey()),
                                                        1190,
                                                        entry.getValue(),
                                                        1190))
                                .toList());
        assertThat(summary.questions()).isEqualTo(13_090);
        assertThat(summary.candidates()).isEqualTo(13_014);
        assertThat(summary.items()).isEqualTo(1190);
        assertThat(summary.relevant()).isEqualTo(new DatasetSummary.Spread(11, 11.0, 11));
    }
}
