package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir private Path folder;

    @Test
    void whatAKillLeftOfARemovedCheckpointIsRemovedAtTheNextStart() throws IOException {
        Path dying = Files.createDirectory(folder.resolve("step-000010.old.part"));
        Files.writeString(dying.resolve("model.safetensors"), "half");
        Path kept = Files.createDirectory(folder.resolve("step-000020"));

        new Checkpoints(folder, null, null);

        assertThat(dying).doesNotExist();
        assertThat(kept).exists();
    }
}
