package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UncaughtErrorsTest {
    private final List<Throwable> shown = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);
    private final UncaughtErrors errors =
            new UncaughtErrors(
                    shown::add, new PrintStream(printed, true, StandardCharsets.UTF_8), clock::get);

    private void meet(String message) {
        errors.uncaughtException(Thread.currentThread(), new IllegalStateException(message));
    }

    @Test
    void foldsTheSameErrorWithinASecond() {
        meet("no pulse");
        clock.addAndGet(900_000_000L);
        meet("no pulse");
        clock.addAndGet(900_000_000L);
        meet("no pulse");
        assertThat(shown).hasSize(1);

        clock.addAndGet(1_100_000_000L);
        meet("no pulse");
        meet("something else");
        assertThat(shown).hasSize(3);
    }

    @Test
    void printsTheStackTrace() {
        meet("no pulse");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException: no pulse")
                .contains("at org.isogloss.ui.shell.UncaughtErrorsTest.meet");
    }
}
