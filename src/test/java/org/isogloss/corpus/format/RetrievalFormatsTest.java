package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BEIR, MIRACL, Mr. TyDi, mMARCO, TREC, MTEB and Belebele on their samples. */
class RetrievalFormatsTest {
    private static final Path SAMPLES = Path.of("sample-data/formats");
    private static final Path MLQA = SAMPLES.resolve("mteb/MLQARetrieval");
    private static final Lang AR = new Lang("ar");
    private static final Lang DE = new Lang("de");
    private static final Lang EL = new Lang("el");
    private static final Lang HI = new Lang("hi");
    private static final Lang TH = new Lang("th");
    private static final Lang ZH = new Lang("zh");

    @TempDir private Path folder;

    @Test
    void readsBeirWithItsIdsAndGrades() {
        Dataset beir = DatasetFormats.read(SAMPLES.resolve("beir/el"));
        assertThat(beir.collection().questions())
                .startsWith(new Question("q0", "q0", EL, "Πότε ανοίγει η αγορά του λιμανιού;"))
                .hasSize(3);
        assertThat(beir.collection().passages())
                .extracting(Passage::id)
                .containsExactly("d0", "d1", "d2", "d3");
        assertThat(beir.collection().judgments().grades())
                .isEqualTo(
                        Map.of(
                                "q0", Map.of("d0", 2, "d3", 0),
                                "q1", Map.of("d1", 1),
                                "q2", Map.of("d2", 1)));
        assertThat(beir.items().items().get(0))
                .isEqualTo(
                        new ParallelItem(
                                "q0",
                                "q0",
                                Map.of(
                                        EL,
                                        new Pair(
                                                "Πότε ανοίγει η αγορά του λιμανιού;",
                                                "Η αγορά του λιμανιού ανοίγει στις έξι το πρωί και"
                                                        + " κλείνει το μεσημέρι.",
                                                List.of(
                                                        "Το νυχτερινό λεωφορείο περνά κάθε σαράντα"
                                                                + " λεπτά.")))));
    }

    @Test
    void readsTheSplitAskedForAndNamesTheOthers() {
        Path beir = SAMPLES.resolve("beir/el");
        Dataset dev = DatasetFormats.read(beir, ReadOptions.NONE.withSplit("dev"));
        assertThat(dev.collection().questions()).extracting(Question::id).containsExactly("q1");
        assertThat(dev.report().entries())
                .containsExactly(
                        new ReadReport.Entry(
                                beir.resolve("queries.jsonl").toString(),
                                1,
                                "the question has no relevant passage",
                                2));
        assertThatThrownBy(() -> DatasetFormats.read(beir, ReadOptions.NONE.withSplit("train")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(beir + ": has no split 'train'; it has [dev, test]");
    }

    @Test
    void readsByteOrderMarksAndCarriageReturnsAsIfTheyWereNotThere() throws IOException {
        Path copy = copy(SAMPLES.resolve("beir/el"), folder.resolve("el"));
        for (String name : List.of("queries.jsonl", "qrels/test.tsv")) {
            String text = Files.readString(copy.resolve(name));
            Files.writeString(copy.resolve(name), "\uFEFF" + text.replace("\n", "\r\n"));
        }
        assertThat(DatasetFormats.read(copy))
                .isEqualTo(DatasetFormats.read(SAMPLES.resolve("beir/el")));
    }

    @Test
    void readsMiraclLanguageByLanguageWithoutTakingEqualIdsForTranslations() {
        TestCollection miracl = DatasetFormats.read(SAMPLES.resolve("miracl/town")).collection();
        assertThat(miracl.questions())
                .contains(new Question("1#0_th", "1#0_th", TH, "ตลาดท่าเรือเปิดเมื่อไร"));
        assertThat(miracl.passages())
                .contains(
                        new Passage("th_10#0", TH, "Town ตลาดท่าเรือเปิดหกโมงเช้าและปิดตอนเที่ยง"))
                .hasSize(8);
        assertThat(miracl.judgments().of("1#0_hi")).containsExactly("hi_10#0");
        assertThat(miracl.judgments().grades().get("1#0_hi")).containsEntry("hi_13#0", 0);
    }

    @Test
    void readsMrTydisTestSplitOrTheOneAskedFor() {
        Path tydi = SAMPLES.resolve("mr-tydi/town");
        assertThat(DatasetFormats.read(tydi).collection().questionLanguages())
                .containsExactly(new Lang("sw"), TH);
        assertThat(DatasetFormats.read(tydi).collection().questions()).hasSize(6);
        assertThat(
                        DatasetFormats.read(tydi, ReadOptions.NONE.withSplit("train"))
                                .collection()
                                .questions())
                .hasSize(2);
        assertThat(DatasetFormats.read(tydi.resolve("mrtydi-v1.1-thai")).collection().questions())
                .extracting(Question::id)
                .containsExactly("1#0", "2#0", "3#0");
    }

    @Test
    void takesMMarcosLanguagesForTranslationsOfEachOther() {
        Dataset dev = DatasetFormats.read(SAMPLES.resolve("mmarco/town"));
        assertThat(dev.collection().judgments().of("101_zh"))
                .containsExactly("de_1", "hi_1", "zh_1");
        assertThat(dev.collection().questions()).hasSize(6);
        assertThat(dev.items().items()).hasSize(2);
        assertThat(dev.items().items().get(0).pairs()).containsOnlyKeys(DE, HI, ZH);
    }

    @Test
    void readsMMarcosTriplesToTrainOnWithAllNegativesOfAPair() {
        Dataset train =
                DatasetFormats.read(
                        SAMPLES.resolve("mmarco/town"), ReadOptions.NONE.withSplit("train"));
        assertThat(train.items().items())
                .extracting(ParallelItem::id)
                .containsExactly("100", "101");
        assertThat(train.items().items().get(0).pairs().get(DE))
                .isEqualTo(
                        new Pair(
                                "Wann öffnet der Hafenmarkt?",
                                "Der Hafenmarkt öffnet um sechs Uhr morgens und schließt am"
                                        + " Mittag.",
                                List.of(
                                        "Der Nachtbus fährt alle vierzig Minuten.",
                                        "Den Uhrturm hat die Uhrmacherin Amal Idris 1987"
                                                + " repariert.")));
        assertThat(train.collection().questions()).isEmpty();
        assertThat(train.report()).isEqualTo(ReadReport.EMPTY);
    }

    @Test
    void reportsTriplesThatNameNothing() throws IOException {
        Path mmarco = copy(SAMPLES.resolve("mmarco/town"), folder.resolve("town"));
        Path triples = mmarco.resolve("triples.train.ids.small.tsv");
        Files.writeString(triples, "100\t0\t3\n101\t1\t99\n777\t1\t0\n");
        String file = triples.toString();
        Dataset train = DatasetFormats.read(mmarco, ReadOptions.NONE.withSplit("train"));
        assertThat(train.items().items())
                .extracting(ParallelItem::id)
                .containsExactly("100", "101");
        assertThat(train.report().entries())
                .containsExactly(
                        new ReadReport.Entry(
                                file, 2, "the triple names a negative that is not there", 3),
                        new ReadReport.Entry(
                                file,
                                3,
                                "the triple names a question or positive that is not there",
                                3));
    }

    @Test
    void reportsTrecJudgmentsThatNameNothing() {
        Path trec = SAMPLES.resolve("trec/sw");
        Dataset dataset = DatasetFormats.read(trec);
        String qrels = trec.resolve("qrels.txt").toString();
        assertThat(dataset.report().entries())
                .containsExactly(
                        new ReadReport.Entry(
                                qrels, 4, "the judgment names a question that is not there", 1),
                        new ReadReport.Entry(
                                qrels, 5, "the judgment names a passage that is not there", 1));
        assertThat(dataset.collection().judgments().grades())
                .isEqualTo(
                        Map.of(
                                "t0", Map.of("p0", 3),
                                "t1", Map.of("p1", 2),
                                "t2", Map.of("p2", 1)));
    }

    @Test
    void readsTrecsOwnTopics() throws IOException {
        Path trec = copy(SAMPLES.resolve("trec/sw"), folder.resolve("sw"));
        String topics =
                """
                <top>
                <num> Number: t0
                <title>
                Soko la bandari
                hufunguliwa lini?

                <desc> Description:
                Saa za soko.
                </top>

                <top>
                <num>t1</num>
                <title>Mto gani unapita mji mkongwe?</title>
                </top>
                """;
        Files.delete(trec.resolve("topics.tsv"));
        Path file = Files.writeString(trec.resolve("topics.txt"), topics);
        Lang sw = new Lang("sw");
        assertThat(DatasetFormats.read(trec).collection().questions())
                .containsExactly(
                        new Question("t0", "t0", sw, "Soko la bandari hufunguliwa lini?"),
                        new Question("t1", "t1", sw, "Mto gani unapita mji mkongwe?"));

        Files.writeString(file, topics.replace("<num>t1</num>\n", ""));
        assertThatThrownBy(() -> DatasetFormats.read(trec))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":13: the topic that ends here has no <num>; give it one");
        Files.writeString(file, topics.substring(0, topics.length() - 7));
        assertThatThrownBy(() -> DatasetFormats.read(trec))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":14: the last topic has no </top>; is the file whole?");
    }

    @Test
    void takesTheOrderOfAPairFromItsTask() throws IOException {
        TestCollection corpusFirst =
                DatasetFormats.read(MLQA, ReadOptions.NONE.withSubset("ara-deu")).collection();
        assertThat(corpusFirst.questionLanguages()).containsExactly(DE);
        assertThat(corpusFirst.answerLanguages()).containsExactly(AR);

        Path queryFirst = copy(MLQA, folder.resolve("mFollowIRCrossLingual"));
        ReadOptions swapped = ReadOptions.NONE.withSubset("ara-deu");
        assertThat(DatasetFormats.read(queryFirst, swapped).collection().questionLanguages())
                .containsExactly(AR);
    }

    @Test
    void refusesAPairOfAnUnknownTaskUnlessBothLanguagesAreSaid() throws IOException {
        Path unknown = copy(MLQA, folder.resolve("SomeRetrieval"));
        ReadOptions subset = ReadOptions.NONE.withSubset("ara-deu");
        assertThatThrownBy(() -> DatasetFormats.read(unknown, subset))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(unknown + ": subset 'ara-deu' names two languages")
                .hasMessageContaining("--question-lang and --answer-lang");
        assertThat(
                        DatasetFormats.read(unknown, subset.withLanguages(DE, AR))
                                .collection()
                                .questionLanguages())
                .containsExactly(DE);
    }

    @Test
    void joinsSubsetsIntoOneCollection() {
        TestCollection both = DatasetFormats.read(MLQA).collection();
        assertThat(both.questions())
                .extracting(Question::id)
                .containsExactly("q0_de", "q1_de", "q2_de");
        assertThat(both.judgments().of("q0_de")).containsExactly("ar_d0-ar", "de_d0-de");
    }

    @Test
    void readsBelebelesPassagesOnceAndItsQuestionsAcrossLanguages() {
        TestCollection belebele =
                DatasetFormats.read(SAMPLES.resolve("belebele/town")).collection();
        assertThat(belebele.questionLanguages()).containsExactly(AR, DE, new Lang("zh-Hant"));
        assertThat(belebele.passages()).hasSize(6);
        assertThat(belebele.judgments().of("https://example.org/town/0#2_de"))
                .containsExactly("ar_0", "de_0", "zh-Hant_0");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
