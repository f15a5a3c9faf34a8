package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
    @TempDir private Path folder;

    @Test
    void saysWhereATextBreaksOffWithoutTheReadersInternals() throws IOException {
        Path file = Files.writeString(folder.resolve("study.json"), "{\n  \"name\": [1\n");

        assertThatThrownBy(() -> JsonFile.tree(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":3: Unexpected end-of-input: expected close marker for Array");
    }

    @Test
    void callsAFolderAFolder() {
        assertThatThrownBy(() -> JsonFile.tree(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder + ": is a folder; name a file");
    }
}
