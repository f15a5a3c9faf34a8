package org.isogloss.corpus.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that PyArrow 25.0.1, Polars 1.44.2 and DuckDB 1.5.6 wrote from {@code rows.jsonl}, by
 * {@code write.py} beside them: every page version, packing and encoding these writers have.
 */
class ParquetRowsTest {
    private static final Path FILES = Path.of("src/test/resources/parquet");
    private static final Path SMALL_PAGES = FILES.resolve("pyarrow-snappy-v1-dictionary.parquet");

    @TempDir private Path folder;

    static List<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("(pyarrow|polars|duckdb).*\\.parquet"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void readsTheRowsThatOthersWrote(Path file) throws IOException {
        assertThat(read(file)).containsExactlyElementsOf(expected());
    }

    private static List<String> expected() throws IOException {
        return Files.readAllLines(FILES.resolve("rows.jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line).toString())
                .toList();
    }

    private static List<String> read(Path file) {
        List<String> rows = new ArrayList<>();
        try (ParquetRows parquet = new ParquetRows(file)) {
            for (ObjectNode row = parquet.next(); row != null; row = parquet.next()) {
                rows.add(row.toString());
                assertThat(parquet.number()).isEqualTo(rows.size());
            }
        }
        return rows;
    }

    @Test
    void coversEveryPackingInBothPageVersions() throws IOException {
        assertThat(written()).hasSize(5 * 2 * 2 + 4);
    }

    @Test
    void readsInsideAnArchive() throws IOException {
        Path archive = folder.resolve("rows.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = zip.getPath("rows.parquet");
            Files.copy(SMALL_PAGES, inside);
            assertThat(read(inside)).containsExactlyElementsOf(expected());
        }
    }

    @Test
    void namesColumnsInOrderAndTellsWhatIsNotReadByItsType() {
        Path file = FILES.resolve("bytes-and-dates.parquet");
        assertThat(ParquetRows.columns(file)).containsExactly("id", "image", "day", "price");
        assertThat(read(file).get(1))
                .isEqualTo(
                        "{\"id\":\"2\",\"image\":{\"parquet\":\"binary\"},\"day\":{\"parquet\":\"date\"},"
                                + "\"price\":{\"parquet\":\"decimal(9,2)\"}}");
    }

    @Test
    void refusesAPackingItDoesNotKnowAndSaysHowToRepack() {
        Path file = FILES.resolve("brotli.parquet");
        assertThatThrownBy(() -> ParquetRows.columns(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": is packed by BROTLI, which is not read here")
                .hasMessageContaining("compression=\"zstd\"");
    }

    @Test
    void refusesTextThatIsNotUtf8NamingTheRow() {
        Path file = FILES.resolve("not-utf-8.parquet");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": row 2: text holds bytes that are not UTF-8");
    }

    @Test
    void refusesAFileCutAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("duckdb.parquet"));
        Path cut = folder.resolve("cut.parquet");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut), "%d bytes", length)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(cut + ": ");
        }
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() throws IOException {
        Path file = folder.resolve("x.parquet");
        assertThatThrownBy(() -> ParquetRows.columns(file))
                .hasMessage(file + ": there is no such file");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\n");
        assertThatThrownBy(() -> ParquetRows.columns(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Git LFS pointer, fetch the file itself");
        Files.writeString(file, "PAR1....PARE");
        assertThatThrownBy(() -> ParquetRows.columns(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is encrypted");
        Files.writeString(file, "PAR1....");
        assertThatThrownBy(() -> ParquetRows.columns(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("so it is cut");
    }

    @Test
    void refusesOrReadsWhatIsDamagedButNeverBreaks() throws IOException {
        int refused = 0;
        for (Path file : written()) {
            byte[] whole = Files.readAllBytes(file);
            Path damaged = folder.resolve("damaged.parquet");
            for (int seed = 0; seed < 40; seed++) {
                SplittableRandom chances = new SplittableRandom(seed);
                byte[] bytes = whole.clone();
                for (int i = 0; i <= seed % 3; i++) {
                    // Half of the damage goes to the last part, the footer, which sizes stand in.
                    int from = chances.nextBoolean() ? 4 : Math.max(4, bytes.length - 2000);
                    bytes[chances.nextInt(from, bytes.length - 4)] = (byte) chances.nextInt();
                }
                Files.write(damaged, bytes);
                try {
                    read(damaged);
                } catch (BadInputException e) {
                    refused++;
                    assertThat(e).hasMessageStartingWith(damaged + ": ");
                } catch (RuntimeException e) {
                    throw new AssertionError("%s, seed %d".formatted(file, seed), e);
                }
            }
        }
        assertThat(refused).as("damage that was noticed").isGreaterThan(100);
    }

    @Test
    void findsADamagedPageByItsChecksumAndGivesTheRowGroupsBeforeIt() throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve("pyarrow-none-v1-dictionary.parquet"));
        int lastGroup = indexOf(bytes, "几点开门".getBytes(StandardCharsets.UTF_8));
        bytes[lastGroup] ^= 1;
        Path damaged = folder.resolve("damaged.parquet");
        Files.write(damaged, bytes);
        try (ParquetRows rows = new ParquetRows(damaged)) {
            for (int i = 0; i < 4; i++) {
                assertThat(rows.next().toString()).isEqualTo(expected().get(i));
            }
            assertThatThrownBy(rows::next)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(damaged + ": cannot be read as Parquet");
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
