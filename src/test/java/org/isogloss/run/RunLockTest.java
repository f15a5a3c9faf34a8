package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Process holder(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    }
}
