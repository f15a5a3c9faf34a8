package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir private Path folder;

    @Test
    void leavesTheOldFileAndNothingElseWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "old");

        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write('n');
                                            throw new IOException("disk full");
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": disk full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("scores.csv");
    }

    @Test
    void letsTwoWritersOfOneFileNotDisturbEachOther() throws IOException {
        Path file = folder.resolve("study.json");

        AtomicFile.write(
                file,
                out -> {
                    out.write("the one".getBytes(StandardCharsets.UTF_8));
                    AtomicFile.writeText(file, "the other, which is longer");
                });

        assertThat(file).hasContent("the one");
        assertThat(names()).containsExactly("study.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
