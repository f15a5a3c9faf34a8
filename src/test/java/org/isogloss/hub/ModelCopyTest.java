package org.isogloss.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCopyTest {
    private static final String HASH = "9e26dfeeb6e641a33dae4961196235bdb965b21b";

    @TempDir private Path folder;

    @Test
    void touchesNothingThatStandsBesideItsPlace() throws IOException {
        Path snapshot = Files.createDirectory(folder.resolve("snapshot"));
        Files.writeString(snapshot.resolve("config.json"), "{}");
        Path mine = Files.createDirectory(folder.resolve("model.part")).resolve("mine.txt");
        Files.writeString(mine, "precious");
        ModelListing listing =
                new ModelListing(
                        "a/b", "0".repeat(40), List.of(new HubFile("config.json", 2, HASH)));

        Path made =
                new ModelCopy(folder.resolve("model")).make(listing, snapshot, Cancellation.NEVER);

        assertThat(made.resolve("config.json")).hasContent("{}");
        assertThat(mine).hasContent("precious");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("snapshot", "model", "model.part");
    }

    @Test
    void noListedFileLiesOnADriveOfItsOwn() {
        assertThatThrownBy(() -> new HubFile("C:evil.dll", 2, HASH))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("outside its folder");
        assertThat(new HubFile("2024-01-01T10:00.json", 2, HASH).name())
                .isEqualTo("2024-01-01T10:00.json");
    }
}
