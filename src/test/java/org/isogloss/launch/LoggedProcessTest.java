package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedProcessTest {
    @TempDir private Path folder;

    @Test
    void tellsTheLastLineThoughALetterIsJustBeingWritten() throws IOException {
        byte[] said = "opening\nmeasuring é".getBytes(StandardCharsets.UTF_8);
        Path log = folder.resolve("process.log");
        Files.write(log, Arrays.copyOf(said, said.length - 1));

        assertThat(new LoggedProcess(null, log).said()).startsWith("measuring ");
    }
}
