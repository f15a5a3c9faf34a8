package org.isogloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void aDesktopOpensAStudyByItsFile() {
        assertThat(Main.study("/home/ada/scaling.isogloss"))
                .contains(Path.of("/home/ada/scaling.isogloss"));
    }

    @Test
    void commandsStayCommands() {
        assertThat(Main.study()).isEmpty();
        assertThat(Main.study("--help")).isEmpty();
        assertThat(Main.study("study", "run", "scaling.isogloss")).isEmpty();
    }
}
