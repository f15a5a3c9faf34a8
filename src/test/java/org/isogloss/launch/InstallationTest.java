package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    void aDesktopOpensAStudyByItsFile() {
        assertThat(Installation.studyOpened("/home/ada/scaling.isogloss"))
                .contains(Path.of("/home/ada/scaling.isogloss"));
    }

    @Test
    void commandsStayCommands() {
        assertThat(Installation.studyOpened()).isEmpty();
        assertThat(Installation.studyOpened("--help")).isEmpty();
        assertThat(Installation.studyOpened("study", "run", "scaling.isogloss")).isEmpty();
    }
}
