package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetWriterTest {
    private static final Path SAMPLES = Path.of("sample-data/formats");

    @TempDir private Path folder;

    private static DatasetWriter writer(String id) {
        return DatasetWriter.all().stream()
                .filter(writer -> writer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writeOnlyFormatsThatCanBeRead() {
        List<String> readable = DatasetFormats.all().stream().map(DatasetFormat::id).toList();
        assertThat(DatasetWriter.all()).extracting(DatasetWriter::id).isSubsetOf(readable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beir", "trec"})
    void giveBackTheCollectionThatWasWritten(String id) {
        Dataset read = DatasetFormats.read(SAMPLES.resolve("beir/el"));
        Path copy = folder.resolve("el");
        writer(id).write(copy, read);
        Dataset again = DatasetFormats.read(copy);
        assertThat(again.format()).isEqualTo(id);
        assertThat(again.collection()).isEqualTo(read.collection());
        assertThat(again.items()).isEqualTo(read.items());
    }

    @Test
    void giveBackTheItemsThatWereWritten() {
        Dataset read =
                DatasetFormats.read(
                        SAMPLES.resolve("mmarco/town"), ReadOptions.NONE.withSplit("train"));
        Path copy = folder.resolve("train.jsonl");
        writer("parallel-jsonl").write(copy, read);
        assertThat(DatasetFormats.read(copy).items().items()).isEqualTo(read.items().items());
    }

    @Test
    void keepBothLanguagesOfAPairApart() {
        Dataset read =
                DatasetFormats.read(
                        SAMPLES.resolve("mteb/MLQARetrieval"),
                        ReadOptions.NONE.withSubset("ara-deu"));
        Path copy = folder.resolve("ara-deu");
        writer("beir").write(copy, read);
        Lang de = new Lang("de");
        Lang ar = new Lang("ar");
        assertThat(
                        DatasetFormats.read(copy, ReadOptions.NONE.withLanguages(de, ar))
                                .collection()
                                .questions())
                .isEqualTo(read.collection().questions());
    }

    @Test
    void refuseWhatTheFormatCannotHoldAndWhatStandsThere() {
        Dataset several = DatasetFormats.read(SAMPLES.resolve("miracl/town"));
        Path copy = folder.resolve("copy");
        assertThatThrownBy(() -> writer("beir").write(copy, several))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(copy + ": would hold questions in [hi, th]");
        assertThat(copy).doesNotExist();
        assertThatThrownBy(() -> writer("trec").write(folder, several))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder + ": exists already; choose another place");
    }
}
