package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
    private static final String TEN = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";

    @TempDir private Path folder;

    private static String numbered(Excerpt excerpt) {
        return String.join(
                " ", excerpt.lines().stream().map(line -> line.number() + line.text()).toList());
    }

    @Test
    void showsThreeLinesBeforeAndAfter() {
        Path file = DataFixture.write(folder.resolve("ten.txt"), TEN);

        assertThat(numbered(Excerpt.of(file, file.toString(), 6)))
                .isEqualTo("3c 4d 5e 6f 7g 8h 9i");
        assertThat(numbered(Excerpt.of(file, file.toString(), 0))).isEqualTo("1a 2b 3c 4d");
        assertThat(numbered(Excerpt.of(file, file.toString(), 10))).isEqualTo("7g 8h 9i 10j");
    }

    @Test
    void readsInGzip() throws IOException {
        Path file = folder.resolve("ten.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEN.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(numbered(Excerpt.of(folder, file.toString(), 2))).isEqualTo("1a 2b 3c 4d 5e");
    }

    @Test
    void findsTheFileInAnArchiveHoweverItIsNamed() throws IOException {
        Path archive = folder.resolve("set.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry("deep/ten.txt"));
            out.write(TEN.getBytes(StandardCharsets.UTF_8));
        }

        Excerpt byReport = Excerpt.of(archive, "/deep/ten.txt", 1);
        Excerpt byException = Excerpt.of(archive, archive + "!/deep/ten.txt", 1);

        assertThat(numbered(byReport)).isEqualTo("1a 2b 3c 4d");
        assertThat(byException).isEqualTo(byReport);
        assertThat(byReport.file()).isEqualTo(archive + "!/deep/ten.txt");
    }

    @Test
    void shortensLongLinesButTheMarkedOneLeast() {
        String line = "x".repeat(5000);
        Path file = DataFixture.write(folder.resolve("long.txt"), line + "\n" + line + "\n");

        Excerpt excerpt = Excerpt.of(file, file.toString(), 2);

        assertThat(excerpt.lines().get(0).text()).hasSize(241).endsWith("…");
        assertThat(excerpt.lines().get(1).text()).hasSize(2001).endsWith("…");
    }

    @Test
    void showsRowsOfParquet() throws IOException {
        Path folder = Path.of("sample-data/formats/sentence-transformers/el/data");
        try (var files = Files.list(folder)) {
            Path file = files.sorted().findFirst().orElseThrow();

            Excerpt excerpt = Excerpt.of(file, file.toString(), 1);

            assertThat(excerpt.problem()).isEmpty();
            assertThat(excerpt.lines().get(0).text()).startsWith("{\"").contains("\":\"");
        }
    }

    @Test
    void saysWhyAFileCannotBeShown() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "a\nb\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Excerpt.of(file, file.toString(), 3).problem()).contains("is not UTF-8 text");
        assertThat(Excerpt.of(file, "nowhere.txt", 3).problem()).isNotEmpty();
    }
}
