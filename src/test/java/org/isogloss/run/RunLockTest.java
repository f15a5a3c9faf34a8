package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLockTest {
    @TempDir private Path folder;

    /** The other process: takes the lock, says so, and holds it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (RunLock lock = RunLock.take(Path.of(arguments[0])).orElseThrow()) {
                System.out.println(lock == null ? "free" : "held");
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            }
        }
    }

    @Test
    void isHeldByAnotherProcessUntilThatIsKilled() throws Exception {
        Path file = folder.resolve("run.lock");
        assertThat(RunLock.held(file)).isFalse();
        Process other = holder(file);
        try {
            assertThat(firstLine(other)).startsWith("held");
            assertThat(RunLock.held(file)).isTrue();
            assertThat(RunLock.take(file)).isEmpty();
            assertThat(RunLock.holder(file))
                    .matches(
                            "process "
                                    + other.pid()
                                    + " on this machine since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(RunLock.held(file)).isFalse();
        try (RunLock mine = RunLock.take(file).orElseThrow()) {
            assertThat(mine).isNotNull();
            assertThat(RunLock.held(file)).isTrue();
        }
        assertThat(RunLock.held(file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "node07 4711 2026-11-23T17:05:12Z, process 4711 on node07 since ",
        "node07, another process",
        "node07 4711, another process",
        "node07 4711 2026-11-2, another process",
        "node07 x 2026-11-23T17:05:12Z, another process",
        "'', another process"
    })
    void tellsOfAHolderOnlyWhatIsWrittenDownWhole(String written, String told) throws Exception {
        Path file = Files.writeString(folder.resolve("run.lock"), written);

        assertThat(RunLock.holder(file)).startsWith(told);
    }

    @Test
    void isNotLostByAskingWhoHoldsIt() throws Exception {
        Path file = folder.resolve("run.lock");
        try (RunLock mine = RunLock.take(file).orElseThrow()) {
            assertThat(mine).isNotNull();
            assertThat(RunLock.holder(file)).isEqualTo("another process");
            assertThat(RunLock.leftElsewhere(file)).isFalse();
            Process other = holder(file);
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).as("it found the lock taken").isEqualTo(1);
        }
    }

    @Test
    void isNotLostByLooking() throws Exception {
        Path file = folder.resolve("run.lock");
        Process other;
        try (RunLock mine = RunLock.take(file).orElseThrow()) {
            assertThat(mine).isNotNull();
            assertThat(RunLock.held(file)).isTrue();
            other = holder(file);
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(other.exitValue()).as("it found the lock taken").isEqualTo(1);
    }

    /** Another process that only looks, as fast as it can, until it is killed. */
    static final class Looker {
        private Looker() {}

        public static void main(String[] arguments) {
            System.out.println("looking");
            long seen = 0;
            while (seen >= 0) {
                seen += RunLock.held(Path.of(arguments[0])) ? 1 : 0;
            }
        }
    }

    @Test
    void isTakenThoughOthersAreLooking() throws Exception {
        Path file = folder.resolve("run.lock");
        RunLock.take(file).orElseThrow().close();
        Process looker = process(Looker.class, file);
        try {
            assertThat(firstLine(looker)).isEqualTo("looking");
            for (int i = 0; i < 500; i++) {
                try (RunLock mine = RunLock.take(file).orElseThrow()) {
                    assertThat(mine).isNotNull();
                }
                assertThat(RunLock.held(file)).as("two who look, none who holds").isFalse();
            }
        } finally {
            looker.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Function not implemented, true",
        "Operation not supported, true",
        "No locks available, true",
        "Permission denied, false"
    })
    void saysWhatToDoWhereAFileSystemLocksNoFiles(String said, boolean advised) {
        assertThat(RunLock.reason(new IOException(said)).contains("mount Lustre with flock"))
                .isEqualTo(advised);
    }

    @Test
    void tellsWhetherItWasLeftOnAnotherMachine() throws Exception {
        Path file = folder.resolve("run.lock");
        assertThat(RunLock.leftElsewhere(file)).isFalse();
        RunLock mine = RunLock.take(file).orElseThrow();
        assertThat(RunLock.leftElsewhere(file)).isFalse();
        assertThat(file).content().isNotEmpty();
        mine.close();
        assertThat(RunLock.leftElsewhere(file)).isFalse();
        assertThat(RunLock.lastHere(file)).isTrue();
        assertThat(RunLock.holder(file)).contains(" on this machine since ");

        Files.writeString(file, "node07 4711 2026-11-23T17:05:12Z given-back");
        assertThat(RunLock.leftElsewhere(file)).isFalse();
        assertThat(RunLock.lastHere(file)).isFalse();
        Files.writeString(file, "node07"); // as a process there would have written
        assertThat(RunLock.leftElsewhere(file)).isTrue();
        assertThat(RunLock.held(file)).isFalse();
        RunLock.take(file).orElseThrow().close();
        assertThat(RunLock.leftElsewhere(file)).isFalse();
    }

    static Process holder(Path file) throws IOException {
        return process(Holder.class, file);
    }

    private static Process process(Class<?> main, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static String firstLine(Process process) throws IOException {
        return new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    }
}
