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
import org.isogloss.corpus.ParallelItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets in Parquet, held against the same in JSON lines, in the hub's ways to name files. */
class ParquetFormatsTest {
    private static final Path SAMPLES = Path.of("sample-data/formats");
    private static final Path ZH = SAMPLES.resolve("mteb/zh-Hans");
    private static final Path FIXTURES = Path.of("src/test/resources/format");

    @TempDir private Path folder;

    @Test
    void readTheSameAsJsonLines() {
        same(ZH, SAMPLES.resolve("mteb/zh"));
        same(
                SAMPLES.resolve("tevatron/dev-th.parquet"),
                SAMPLES.resolve("tevatron/train-th.jsonl"));
        same(FIXTURES.resolve("tevatron/good/hub"), SAMPLES.resolve("tevatron/hi"));
        same(
                FIXTURES.resolve("flag-embedding/good/train-zh.parquet"),
                SAMPLES.resolve("flag-embedding/train-zh.jsonl"));
        same(FIXTURES.resolve("columns/good/faq.parquet"), SAMPLES.resolve("columns/faq.csv"));
    }

    @Test
    void takeBelebelesLanguagesFromTheFoldersOfTheHub() throws IOException {
        copy(SAMPLES.resolve("belebele/town/deu_Latn.jsonl"), folder, "town/deu_Latn.jsonl");
        copy(SAMPLES.resolve("belebele/town/arb_Arab.jsonl"), folder, "town/arb_Arab.jsonl");
        same(FIXTURES.resolve("belebele/good/hub"), folder.resolve("town"));
    }

    private static void same(Path parquet, Path lines) {
        Dataset one = DatasetFormats.read(parquet);
        Dataset other = DatasetFormats.read(lines);
        assertThat(one.items().items()).isEqualTo(other.items().items());
        assertThat(one.collection().passages()).isEqualTo(other.collection().passages());
        assertThat(one.collection().questions()).isEqualTo(other.collection().questions());
        assertThat(one.collection().judgments()).isEqualTo(other.collection().judgments());
    }

    /** Configurations of MTEB as they lie on the hub, by whom they were uploaded or converted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus/test-00000-of-00001.parquet queries/test-00000-of-00001.parquet"
                        + " qrels/test-00000-of-00001.parquet",
                "corpus/corpus-00000-of-00001.parquet queries/queries-00000-of-00001.parquet"
                        + " data/test-00000-of-00001.parquet",
                "corpus-00000-of-00001.parquet queries-00000-of-00001.parquet"
                        + " qrels-00000-of-00001.parquet",
                "corpus/test/0000.parquet queries/test/0000.parquet default/test/0000.parquet",
                "corpus.parquet queries.parquet qrels.parquet",
                "zho-corpus/test-00000-of-00001.parquet zho-queries/test-00000-of-00001.parquet"
                        + " zho-qrels/test-00000-of-00001.parquet",
                "corpus/test-00000-of-00001-0123456789abcdef.parquet"
                        + " queries/test-00000-of-00001-0123456789abcdef.parquet"
                        + " default/test-00000-of-00001-0123456789abcdef.parquet",
            })
    void findMtebsConfigurationsInEveryLayoutOfTheHub(String layout) throws IOException {
        String[] names = layout.split(" ", -1);
        Path task = folder.resolve("zh");
        List<String> parts = List.of("corpus", "queries", "default");
        for (int i = 0; i < 3; i++) {
            copy(ZH.resolve(parts.get(i) + "/test-00000-of-00001.parquet"), task, names[i]);
        }
        same(task, SAMPLES.resolve("mteb/zh"));
    }

    /** Tables as they lie on the hub; a folder is a data set, a file one of its splits. */
    @ParameterizedTest
    @CsvSource({
        "th/data/train-00000-of-00001.parquet, th",
        "th/train-00000-of-00001.parquet, th",
        "th/train-00000-of-00001.parquet, th/train-00000-of-00001.parquet",
        "th/train/0000.parquet, th",
        "th/train/0000.parquet, th/train/0000.parquet",
        "train-th.parquet, train-th.parquet",
    })
    void findTrainingRowsInEveryLayoutOfTheHub(String name, String named) throws IOException {
        copy(SAMPLES.resolve("tevatron/dev-th.parquet"), folder, name);
        same(folder.resolve(named), SAMPLES.resolve("tevatron/train-th.jsonl"));
    }

    @Test
    void readATableInSeveralFilesWithIdsThatDiffer() {
        Path parquet = SAMPLES.resolve("sentence-transformers/el");
        Dataset rows = DatasetFormats.read(parquet);
        assertThat(rows.items().items())
                .extracting(ParallelItem::id)
                .containsExactly("1", "2", "2.1");
        assertThat(rows.items().items())
                .extracting(ParallelItem::pairs)
                .isEqualTo(
                        DatasetFormats.read(SAMPLES.resolve("sentence-transformers/pairs-el.jsonl"))
                                .items()
                                .items()
                                .stream()
                                .map(ParallelItem::pairs)
                                .toList());
        Dataset named =
                DatasetFormats.read(
                        parquet,
                        ReadOptions.NONE
                                .withFormat("columns")
                                .withColumns(Map.of("question", "query", "passage", "positive")));
        assertThat(named.items().items())
                .extracting(ParallelItem::pairs)
                .isEqualTo(rows.items().items().stream().map(ParallelItem::pairs).toList());
    }

    @Test
    void refuseATableWhoseFilesDiffer() throws IOException {
        copy(SAMPLES.resolve("tevatron/dev-th.parquet"), folder, "train-00000-of-00002.parquet");
        Path other =
                copy(
                        SAMPLES.resolve("sentence-transformers/el/data")
                                .resolve("train-00000-of-00002.parquet"),
                        folder,
                        "train-00001-of-00002.parquet");
        ReadOptions options =
                ReadOptions.NONE
                        .withFormat("columns")
                        .withLanguages(new Lang("th"), new Lang("th"));
        assertThatThrownBy(() -> DatasetFormats.read(folder, options))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(other + ": has the columns [query, positive], but");
    }

    @Test
    void readTheSplitAskedFor() throws IOException {
        Path rows = SAMPLES.resolve("tevatron/dev-th.parquet");
        copy(rows, folder, "th/data/dev-00000-of-00001.parquet");
        copy(rows, folder, "th/data/test-00000-of-00001.parquet");
        Path th = folder.resolve("th");
        assertThat(DatasetFormats.read(th, ReadOptions.NONE.withSplit("dev")).items().items())
                .hasSize(3);
        assertThatThrownBy(() -> DatasetFormats.read(th))
                .isInstanceOf(BadInputException.class)
                .hasMessage(th + ": has the splits [dev, test]; choose one with --split");
    }

    /** The files are by PyArrow, from {@code write.py}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mteb/bad/de-AT | /corpus/test-00000-of-00001.parquet: row 2: _id is null, where a"
                        + " text is needed",
                "mteb/bad/de-CH | /queries/test-00000-of-00001.parquet: row 1: has no \"text\" or"
                        + " \"query\" or \"query_text\" or \"question\"; it has [_id, title]",
                "mteb/bad/de-LI | /default/test-00000-of-00001.parquet: row 1: score is '0.5',"
                        + " where a whole number is needed",
                "tevatron/bad/no-question-de.parquet | : row 2: query is null, where a text is"
                        + " needed",
                "sentence-transformers/bad/number-de.parquet | : row 1: positive is empty; give it"
                        + " a text or leave it out",
                "flag-embedding/bad/pos-de.parquet | : row 1: pos is \"Um sechs.\", where a list is"
                        + " needed",
                "belebele/bad/deu_Latn.parquet | : row 1: question_number is null, where a text is"
                        + " needed",
                "columns/bad/twice-de.parquet | : row 2: id '1' stands twice in de; ids must differ",
                "columns/bad/cut-de.parquet | : does not end with PAR1, so it is cut; fetch the"
                        + " whole file",
                "columns/bad/pointer-de.parquet | : does not begin with PAR1, so it is no Parquet;"
                        + " if it is a Git LFS pointer, fetch the file itself",
            })
    void refuseWhatIsWrongNamingTheRow(String bad, String problem) {
        Path path = FIXTURES.resolve(bad);
        assertThatThrownBy(() -> DatasetFormats.read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(path + problem);
    }

    @Test
    void reportWhatIsLeftOutByItsRow() {
        assertThat(new ReadReport.Entry("a.parquet", 3, "the passage has no text", 1))
                .hasToString("a.parquet: row 3: the passage has no text");
    }

    private static Path copy(Path from, Path folder, String name) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        return Files.copy(from, to);
    }
}
