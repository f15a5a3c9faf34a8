package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.launch.LocalProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberLocaleTest {
    @TempDir private Path folder;

    @Test
    void writesNumbersInOneWayInACountryWithDigitsOfItsOwn() throws Exception {
        List<String> command =
                new ArrayList<>(
                        LocalProcess.java(
                                List.of(
                                        "study",
                                        "plan",
                                        "sample-data/world-facts/study.json",
                                        "--runs",
                                        folder.toString())));
        command.addAll(
                1, List.of("-Duser.language=ar", "-Duser.country=EG", "-Dstdout.encoding=UTF-8"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("3 to compare: strategies 3 × backbones 1")
                .doesNotContainPattern("[٠-٩]");
    }
}
