package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest {
    private static final long GIBIBYTE = 1L << 30;

    @TempDir private Path folder;

    /** A file with a hole, so that it takes no space. */
    @Test
    void readsAcrossTheEndOfAMapping() throws IOException {
        Path file = folder.resolve("large.bin");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), GIBIBYTE - 4);
        }
        MappedFile mapped = new MappedFile(file);
        assertThat(mapped.size()).isEqualTo(GIBIBYTE + 6);
        assertThat(mapped.bytes(GIBIBYTE - 4, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(mapped.longAt(GIBIBYTE - 8)).isEqualTo(0x0403020100000000L);
        assertThat(mapped.view(GIBIBYTE, 4).getInt(0)).isEqualTo(0x08070605);
    }

    @Test
    void readsAnEmptyFileAndRefusesNone() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.bin"));
        assertThat(new MappedFile(file).bytes(0, 0)).isEmpty();
        assertThatThrownBy(() -> new MappedFile(folder.resolve("gone.bin")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder.resolve("gone.bin") + ": there is no such file");
    }
}
