package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter shown = new StringWriter();

    @Test
    void countsWhatCanBeCountedAndNamesTheRest() {
        ConsoleProgress progress =
                new ConsoleProgress(new PrintWriter(shown), false, Clock.systemUTC());

        progress.at("reading data sets", 0, 0);
        progress.at("training", 0, 2000);
        progress.at("training", 2000, 2000);

        assertThat(shown.toString().lines())
                .containsExactly(
                        "reading data sets", "training: 0 of 2,000", "training: 2,000 of 2,000");
    }
}
