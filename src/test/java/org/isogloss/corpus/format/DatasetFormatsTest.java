package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every format promises, on the fixtures {@code format/<id>/good/*} and {@code bad/*}: a new
 * format in the list is tested here by bringing its fixtures.
 */
class DatasetFormatsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/format");

    static List<DatasetFormat> formats() {
        return DatasetFormats.all();
    }

    private static List<Path> fixtures(DatasetFormat format, String kind) throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES.resolve(format.id()).resolve(kind))) {
            List<Path> fixtures = files.sorted().toList();
            assertThat(fixtures).as("%s fixtures of %s", kind, format.id()).isNotEmpty();
            return fixtures;
        }
    }

    @Test
    void haveDistinctIds() {
        assertThat(formats()).extracting(DatasetFormat::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void areCertainOfTheirOwnFixturesAndOfNoOther(DatasetFormat format) throws IOException {
        for (DatasetFormat owner : formats()) {
            for (Path fixture : fixtures(owner, "good")) {
                int expected = owner == format ? 4 : 0;
                assertThat(format.probe(fixture)).as("%s", fixture).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readTheirOwnFixtures(DatasetFormat format) throws IOException {
        for (Path fixture : fixtures(format, "good")) {
            Dataset dataset = DatasetFormats.read(fixture);
            assertThat(dataset).isEqualTo(format.read(fixture));
            assertThat(dataset.format()).isEqualTo(format.id());
            assertThat(dataset.items().items()).isNotEmpty();
            assertThat(dataset.collection().questions())
                    .isNotEmpty()
                    .allSatisfy(
                            question ->
                                    assertThat(dataset.collection().judgments().of(question.id()))
                                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuseTheirBadFixturesNamingTheFile(DatasetFormat format) throws IOException {
        for (Path fixture : fixtures(format, "bad")) {
            assertThat(format.probe(fixture)).as("%s", fixture).isPositive();
            assertThatThrownBy(() -> DatasetFormats.read(fixture))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(fixture.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readTheirFixturesInArchives(DatasetFormat format, @TempDir Path folder)
            throws IOException {
        for (Path fixture : fixtures(format, "good")) {
            assertThat(DatasetFormats.read(zip(fixture, folder)))
                    .isEqualTo(DatasetFormats.read(fixture));
        }
        for (Path fixture : fixtures(format, "bad")) {
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
        Path file = Files.writeString(folder.resolve("questions.tsv"), "1\twhat?\n");
        assertThatThrownBy(() -> DatasetFormats.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("lareqa (")
                .hasMessageContaining("parallel-jsonl (");
    }

    @Test
    void refusesAPathWithNothingThere(@TempDir Path folder) {
        assertThatThrownBy(() -> DatasetFormats.read(folder.resolve("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder.resolve("none") + ": there is no such file or folder");
    }
}
