package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {
    @TempDir private Path folder;

    @Test
    void refusesPlainTextThatIsCalledGzip() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.gz"), "plain text, as anybody sees");

        assertThatThrownBy(() -> new LineSource(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": is not a whole gzip file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 16) - 2, (1 << 16) - 1, 1 << 16, 200_000})
    void endsLinesAtLineFeedsCarriageReturnsAndBoth(int length) throws IOException {
        String text = "x".repeat(length);
        Path file =
                Files.writeString(
                        folder.resolve("lines"), text + "\r\n" + text + "\r\n\nb\rc\n\r\nd");
        List<String> read = new ArrayList<>();
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
        }
        assertThat(read).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void refusesAGzipFileThatWasCut() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("texts.gz");
        Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() - 6));

        assertThatThrownBy(
                        () -> {
                            try (LineSource lines = new LineSource(file)) {
                                lines.next();
                                lines.next();
                                lines.next();
                            }
                        })
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a whole gzip file");
    }

    @Test
    void callsAFolderAFolder() {
        assertThatThrownBy(() -> new LineSource(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder + ": is a folder; name a file");
    }
}
