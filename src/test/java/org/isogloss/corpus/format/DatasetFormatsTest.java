package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every format promises, on its samples {@code sample-data/formats/<id>/*} and the fixtures
 * {@code format/<id>/good/*} and {@code bad/*}: a new format in the list is tested here by bringing
 * them.
 */
class DatasetFormatsTest {
    private static final Path SAMPLES = Path.of("sample-data/formats");
    private static final Path FIXTURES = Path.of("src/test/resources/format");

    static List<DatasetFormat> formats() {
        return DatasetFormats.all();
    }

    static List<Path> good(DatasetFormat format) throws IOException {
        List<Path> good = new ArrayList<>(files(SAMPLES.resolve(format.id())));
        assertThat(good).as("samples of %s", format.id()).isNotEmpty();
        good.addAll(files(FIXTURES.resolve(format.id()).resolve("good")));
        return good;
    }

    private static List<Path> bad(DatasetFormat format) throws IOException {
        List<Path> bad = files(FIXTURES.resolve(format.id()).resolve("bad"));
        assertThat(bad).as("bad fixtures of %s", format.id()).isNotEmpty();
        return bad;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void haveDistinctIds() {
        assertThat(formats()).extracting(DatasetFormat::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void explainTheirSamples(DatasetFormat format) throws IOException {
        String readme = Files.readString(SAMPLES.resolve("README.md"));
        assertThat(readme).contains("| `" + format.id() + "` | `");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void areCertainOfTheirOwnFixturesAndOfNoOther(DatasetFormat format) throws IOException {
        for (DatasetFormat owner : formats()) {
            for (Path fixture : good(owner)) {
                int fit = format.probe(fixture);
                if (owner == format) {
                    assertThat(fit).as("%s by %s", fixture, format.id()).isEqualTo(4);
                } else {
                    assertThat(fit).as("%s by %s", fixture, format.id()).isLessThan(4);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readTheirOwnFixtures(DatasetFormat format) throws IOException {
        for (Path fixture : good(format)) {
            Dataset dataset = DatasetFormats.read(fixture);
            assertThat(dataset).isEqualTo(format.read(fixture));
            assertThat(dataset.format()).isEqualTo(format.id());
            assertThat(dataset.items().items()).isNotEmpty();
            assertThat(dataset.items().items())
                    .extracting(ParallelItem::id)
                    .doesNotHaveDuplicates();
            assertThat(dataset.collection().passages())
                    .extracting(Passage::id)
                    .doesNotHaveDuplicates();
            assertThat(dataset.collection().questions())
                    .allSatisfy(
                            question ->
                                    assertThat(dataset.collection().judgments().of(question.id()))
                                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readCompressedFilesInPlace(DatasetFormat format, @TempDir Path folder) throws IOException {
        for (Path fixture : good(format)) {
            Path compressed = compressed(fixture, folder);
            Dataset dataset = format.read(fixture);
            assertThat(format.probe(compressed)).as("%s", compressed).isEqualTo(4);
            assertThat(format.read(compressed).items()).isEqualTo(dataset.items());
            assertThat(format.read(compressed).collection()).isEqualTo(dataset.collection());
        }
    }

    private static Path compressed(Path fixture, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(fixture)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(fixture.getParent().relativize(file).toString());
                Files.createDirectories(target.getParent());
                // Parquet compresses itself.
                if (file.toString().matches(".*\\.(gz|parquet)")) {
                    Files.copy(file, target);
                } else {
                    Path gz = target.resolveSibling(target.getFileName() + ".gz");
                    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
                        Files.copy(file, out);
                    }
                }
            }
        }
        Path copy = folder.resolve(fixture.getFileName());
        return Files.exists(copy) ? copy : folder.resolve(fixture.getFileName() + ".gz");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuseTheirBadFixturesNamingTheFile(DatasetFormat format) throws IOException {
        for (Path fixture : bad(format)) {
            assertThat(format.probe(fixture)).as("%s", fixture).isPositive();
            assertThatThrownBy(() -> DatasetFormats.read(fixture), "%s", fixture)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(fixture.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readTheirFixturesInArchives(DatasetFormat format, @TempDir Path folder)
            throws IOException {
        for (Path fixture : good(format)) {
            Dataset dataset = DatasetFormats.read(fixture);
            Dataset archived = DatasetFormats.read(zip(fixture, folder));
            assertThat(archived.items()).isEqualTo(dataset.items());
            assertThat(archived.collection()).isEqualTo(dataset.collection());
        }
        for (Path fixture : bad(format)) {
            Path archive = zip(fixture, folder);
            assertThatThrownBy(() -> DatasetFormats.read(archive))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(archive.toString());
        }
    }

    private static Path zip(Path fixture, Path folder) throws IOException {
        Path archive = folder.resolve(fixture.getFileName() + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
                Stream<Path> files = Files.walk(fixture)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = fixture.getParent().relativize(file);
                zip.putNextEntry(new ZipEntry(name.toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return archive;
    }

    @Test
    void refusesAnUnknownFormatNamingTheKnownOnes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.docx"), "1\twhat?\n");
        assertThatThrownBy(() -> DatasetFormats.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("lareqa (")
                .hasMessageContaining("parallel-jsonl (");
    }

    @Test
    void readsInTheFormatAskedForWhateverItLooksLike() {
        Path squad = SAMPLES.resolve("squad/xquad-style");
        assertThatThrownBy(() -> DatasetFormats.read(squad, ReadOptions.NONE.withFormat("lareqa")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(squad.toString());
        assertThatThrownBy(() -> DatasetFormats.read(squad, ReadOptions.NONE.withFormat("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("there is no format 'none'; known are lareqa (");
    }

    @Test
    void refusesTheUseADataSetHasNot() {
        Dataset rows = DatasetFormats.read(SAMPLES.resolve("flag-embedding/train-zh.jsonl"));
        assertThat(rows.itemsToTrainOn()).isEqualTo(rows.items());
        assertThatThrownBy(rows::collectionToScoreOn)
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "train-zh: this data set has no judgments; it can be trained on but not"
                                + " scored on");
        Dataset across =
                DatasetFormats.read(
                        SAMPLES.resolve("mteb/MLQARetrieval"),
                        ReadOptions.NONE.withSubset("ara-deu"));
        assertThat(across.collectionToScoreOn()).isEqualTo(across.collection());
        assertThatThrownBy(across::itemsToTrainOn)
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("it can be scored on but not trained on");
    }

    @Test
    void refusesAPathWithNothingThere(@TempDir Path folder) {
        assertThatThrownBy(() -> DatasetFormats.read(folder.resolve("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder.resolve("none") + ": there is no such file or folder");
    }
}
