package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
    private static final String HALF = "{\"seq\":2,\"at\":\"2026-03-04T12:";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    @Test
    void countsOnAcrossRestarts() {
        append(new RunEvent.Created());
        append(new RunEvent.Launched("local", 1), new RunEvent.Warned("x"));

        assertThat(new EventTail(file).poll())
                .extracting(LoggedEvent::seq)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void readsOnlyWhatIsNew() throws IOException {
        EventTail tail = new EventTail(file);
        assertThat(tail.poll()).isEmpty();
        append(new RunEvent.Created());
        assertThat(events(tail)).containsExactly(new RunEvent.Created());
        assertThat(tail.offset()).isEqualTo(Files.size(file));
        assertThat(tail.poll()).isEmpty();
        append(new RunEvent.Paused(3), new RunEvent.Resumed(3));
        assertThat(events(tail)).containsExactly(new RunEvent.Paused(3), new RunEvent.Resumed(3));
    }

    @Test
    void leavesAHalfLastLineForTheNextPoll() throws IOException {
        append(new RunEvent.Created());
        String line = new LoggedEvent(2, NOON.instant(), new RunEvent.Warned("ไทย")).toLine();
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        int inACharacter = line.indexOf("ไทย") + 1;
        EventTail tail = new EventTail(file);
        write(java.util.Arrays.copyOf(bytes, inACharacter));
        assertThat(events(tail)).containsExactly(new RunEvent.Created());
        write(java.util.Arrays.copyOfRange(bytes, inACharacter, bytes.length));
        assertThat(events(tail)).containsExactly(new RunEvent.Warned("ไทย"));
    }

    @Test
    void losesOnlyTheLineThatAKillTore() throws IOException {
        append(new RunEvent.Created());
        write(HALF.getBytes(StandardCharsets.UTF_8));
        append(new RunEvent.Launched("local", 2), new RunEvent.Started(0, 10, 5));

        List<LoggedEvent> events = new EventTail(file).poll();
        assertThat(events)
                .extracting(LoggedEvent::event)
                .containsExactly(
                        new RunEvent.Created(),
                        new RunEvent.Launched("local", 2),
                        new RunEvent.Started(0, 10, 5));
        assertThat(events).extracting(LoggedEvent::seq).containsExactly(1L, 2L, 3L);
        assertThat(Files.readAllLines(file)).hasSize(4).contains(HALF);
    }

    /** What file systems leave where the size of a file was on disk before its content. */
    @Test
    void losesOnlyWhatAPowerCutLeftAsZeros() throws IOException {
        append(new RunEvent.Created());
        write(new byte[5000]);
        append(new RunEvent.Launched("local", 2));
        write(new byte[5000]);
        write(
                (new LoggedEvent(3, NOON.instant(), new RunEvent.Paused(3)).toLine() + "\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(events(new EventTail(file)))
                .containsExactly(
                        new RunEvent.Created(),
                        new RunEvent.Launched("local", 2),
                        new RunEvent.Paused(3));
    }

    @Test
    void passesOverALineLongerThanOneChunk() throws IOException {
        append(new RunEvent.Created());
        write(new byte[9 << 20]);
        append(new RunEvent.Paused(3));
        write("x".repeat(9 << 20).getBytes(StandardCharsets.UTF_8));
        append(new RunEvent.Resumed(3));

        assertThat(events(new EventTail(file)))
                .containsExactly(
                        new RunEvent.Created(), new RunEvent.Paused(3), new RunEvent.Resumed(3));
    }

    @Test
    void endsALineThatAFullDiskToreBeforeTheNext() throws Exception {
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()),
                "a small disk can only be mounted by root on Linux");
        try (EventLog log = new EventLog(file, NOON)) {
            Path ballast = folder.resolve("ballast");
            Files.write(ballast, new byte[48 << 10]);
            RunEvent full = new RunEvent.Warned("w".repeat(5000));
            assertThatThrownBy(() -> IntStream.range(0, 9).forEach(i -> log.append(full)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
            Files.delete(ballast);
            log.append(new RunEvent.Failed("the disk is full"));

            List<LoggedEvent> events = new EventTail(file).poll();
            assertThat(events)
                    .last()
                    .extracting(LoggedEvent::event)
                    .isEqualTo(new RunEvent.Failed("the disk is full"));
            assertThat(events)
                    .extracting(LoggedEvent::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
        } finally {
            command("umount", "--lazy", folder.toString());
        }
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    @Test
    void writesWholeLinesUnderTwoThreads() throws Exception {
        int each = 2000;
        try (EventLog log = new EventLog(file, NOON)) {
            Runnable writer =
                    () ->
                            IntStream.range(0, each)
                                    .forEach(
                                            i -> log.append(new RunEvent.Progressed("x", i, each)));
            Thread first = new Thread(writer);
            Thread second = new Thread(writer);
            first.start();
            second.start();
            first.join();
            second.join();
        }
        assertThat(new EventTail(file).poll())
                .extracting(LoggedEvent::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * each).boxed().toList());
    }

    @Test
    void losesNothingWhenTheLauncherWritesBesideTheRun() throws IOException {
        try (EventLog run = new EventLog(file, NOON);
                EventLog launcher = new EventLog(file, NOON)) {
            run.append(new RunEvent.Checkpointed(1));
            launcher.append(new RunEvent.Launched("local", 7));
            run.append(new RunEvent.Checkpointed(2));
        }
        assertThat(new EventTail(file).poll())
                .extracting(LoggedEvent::event)
                .containsExactly(
                        new RunEvent.Checkpointed(1),
                        new RunEvent.Launched("local", 7),
                        new RunEvent.Checkpointed(2));
    }

    @Test
    void neverShowsAReaderATornLineWhileItWrites() throws Exception {
        EventTail tail = new EventTail(file);
        int count = 3000;
        Thread writer =
                new Thread(
                        () -> {
                            try (EventLog log = new EventLog(file, NOON)) {
                                for (int i = 0; i < count; i++) {
                                    log.append(new RunEvent.Checkpointed(i));
                                }
                            }
                        });
        writer.start();
        int seen = 0;
        while (writer.isAlive() || seen < count) {
            for (LoggedEvent event : tail.poll()) {
                assertThat(event.event()).isEqualTo(new RunEvent.Checkpointed(seen++));
            }
            if (!writer.isAlive()) {
                assertThat(seen + tail.poll().size()).isEqualTo(count);
                break;
            }
        }
        writer.join();
    }

    @Test
    void readsALogLongerThanOneChunk() {
        int count = 60_000;
        try (EventLog log = new EventLog(file, NOON)) {
            for (int i = 1; i <= count; i++) {
                log.append(new RunEvent.Step(i, "monolingual", 1.5, 2e-5, 1, 40_000));
            }
        }
        assertThat(file).satisfies(log -> assertThat(Files.size(log)).isGreaterThan(5 << 20));
        assertThat(new EventTail(file).poll())
                .hasSize(count)
                .last()
                .extracting(LoggedEvent::seq)
                .isEqualTo((long) count);
    }

    /** The heartbeat's thread may be about to force it. */
    @Test
    void mayBeForcedThoughItWasClosedMeanwhile() {
        EventLog log = new EventLog(file, NOON);
        log.append(new RunEvent.Created());
        log.force();
        log.close();
        log.force();

        assertThat(events(new EventTail(file))).containsExactly(new RunEvent.Created());
    }

    private void append(RunEvent... events) {
        try (EventLog log = new EventLog(file, NOON)) {
            List.of(events).forEach(log::append);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    private static List<RunEvent> events(EventTail tail) {
        return tail.poll().stream().map(LoggedEvent::event).toList();
    }
}
