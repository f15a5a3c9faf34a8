package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSourceTest {
    @TempDir private Path folder;

    @Test
    void refusesPlainTextThatIsCalledGzip() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.gz"), "plain text, as anybody sees");

        assertThatThrownBy(() -> new LineSource(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": is not a whole gzip file");
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
