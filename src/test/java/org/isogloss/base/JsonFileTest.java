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
                .hasMessageStartingWith(file + ":3: Unexpected end-of-input")
                .hasMessageContaining("start marker at line: 2")
                .hasMessageNotContainingAny("Source", "REDACTED", "StreamReadFeature");
    }

    @Test
    void callsAFolderAFolder() {
        assertThatThrownBy(() -> JsonFile.tree(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(folder + ": is a folder; name a file");
    }
}
