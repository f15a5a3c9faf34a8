package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.isogloss.experiment.SampleStudies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run on another machine, as seen through a network file system that shows things late. */
class RunWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final RunPhase RUNNING = RunPhase.RUNNING;
    private static final String ELSEWHERE = "node07 4711 2026-03-04T11:00:00Z";

    @TempDir private Path shelf;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final AtomicLong nanos = new AtomicLong(17);
    private RunFolder run;
    private Path log;
    private Path lock;
    private long seq = 1;

    @BeforeEach
    void create() throws IOException {
        run = RunFolder.create(shelf, SampleStudies.spec("s", 1), Map.of());
        log = run.path().resolve("events.jsonl");
        lock = run.path().resolve("run.lock");
    }

    /** By an hour: at the first look its clock is all there is, then it does not matter. */
    @ParameterizedTest
    @ValueSource(longs = {-3600, -20, 20, 3600})
    void isAtWorkWhileItsLogGrowsWhateverItsClockSays(long ahead) throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON.plusSeconds(ahead), new RunEvent.Started(0, 10, 5));
        RunWatch watch = watch();
        watch.look();
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(100));
            write(now.get().plusSeconds(ahead), new RunEvent.Progressed("training", i, 10));
            watch.look();

            assertThat(watch.alive()).isTrue();
            assertThat(watch.state().phase()).isEqualTo(RunPhase.RUNNING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300, 86_400})
    void hasDiedOnceItWasSeenSilentForTwoMinutes(long ahead) throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON.plusSeconds(ahead), new RunEvent.Started(0, 10, 5));
        RunWatch watch = watch();
        watch.look();
        write(NOON.plusSeconds(ahead), new RunEvent.Progressed("training", 1, 10));
        watch.look();
        pass(Duration.ofMinutes(2));
        watch.look();
        assertThat(watch.state().phase()).isEqualTo(RunPhase.RUNNING);

        pass(Duration.ofSeconds(1));
        watch.look();

        assertThat(watch.alive()).isFalse();
        assertThat(watch.state().phase()).isEqualTo(RunPhase.DIED);
    }

    @Test
    void hasDiedIfNothingGrewForTwoMinutesSinceTheFirstLook() throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON.minusSeconds(300), new RunEvent.Started(0, 10, 5));
        RunWatch watch = watch();
        watch.look();
        assertThat(watch.state().phase()).as("five minutes may be the clock").isEqualTo(RUNNING);

        pass(Duration.ofSeconds(121));
        watch.look();

        assertThat(watch.state().phase()).isEqualTo(RunPhase.DIED);
    }

    /** Whole minutes of it, as attribute caches and writers' buffers show it. */
    @Test
    void isAtWorkThoughItsLogComesInBursts() throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON, new RunEvent.Started(0, 1000, 5));
        RunWatch watch = watch();
        watch.look();
        for (int burst = 0; burst < 5; burst++) {
            for (int second = 0; second < 90; second += 15) {
                pass(Duration.ofSeconds(15));
                watch.look();
                assertThat(watch.state().phase()).isEqualTo(RUNNING);
            }
            for (int step = 1; step <= 18; step++) {
                write(now.get(), step(18 * burst + step));
            }
        }
        watch.look();

        assertThat(watch.state().step()).isEqualTo(90);
    }

    /** Its lock is visible, and so is that it writes nothing. */
    @Test
    void isLostOnAnotherMachineOnlyAfterTwoMinutes() throws Exception {
        write(NOON.minusSeconds(20), new RunEvent.Started(0, 10, 5));
        Process other = RunLockTest.holder(lock);
        try {
            assertThat(RunLockTest.firstLine(other)).startsWith("held");
            Files.writeString(lock, ELSEWHERE);
            RunWatch watch = watch();
            watch.look();
            assertThat(watch.state().phase()).isEqualTo(RUNNING);
            pass(Duration.ofMinutes(2));
            watch.look();
            assertThat(watch.state().phase()).isEqualTo(RUNNING);

            pass(Duration.ofSeconds(1));
            assertThat(watch.state().phase()).isEqualTo(RunPhase.LOST);
            write(NOON, new RunEvent.Progressed("training", 1, 10));
            watch.look();
            assertThat(watch.state().phase()).as("found again").isEqualTo(RUNNING);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void isLostHereAfterThreeHeartbeatsAndAtOnceAtAFirstLook() {
        write(NOON, new RunEvent.Started(0, 10, 5));
        try (RunLock held = run.lock().orElseThrow()) {
            assertThat(held).isNotNull();
            RunWatch watch = watch();
            watch.look();
            pass(Duration.ofSeconds(15));
            assertThat(watch.state().phase()).isEqualTo(RUNNING);
            pass(Duration.ofSeconds(1));
            assertThat(watch.state().phase()).isEqualTo(RunPhase.LOST);

            RunWatch first = watch();
            first.look();
            assertThat(first.state().phase()).isEqualTo(RunPhase.LOST);
        }
    }

    @Test
    void isNotLostHereWhenTheClockIsSet() {
        write(NOON, new RunEvent.Started(0, 10, 5));
        try (RunLock held = run.lock().orElseThrow()) {
            assertThat(held).isNotNull();
            RunWatch watch = watch();
            watch.look();
            write(NOON, new RunEvent.Progressed("training", 1, 10));
            watch.look();
            now.set(NOON.plusSeconds(3600));

            assertThat(watch.state().phase()).isEqualTo(RUNNING);
        }
    }

    /** The kernel of this machine tells surely that nobody holds it. */
    @Test
    void hasDiedHereAtOnce() {
        RunWatch watch = watch();
        try (RunLock held = run.lock().orElseThrow()) {
            assertThat(held).isNotNull();
            watch.look();
            write(NOON, new RunEvent.Started(0, 10, 5));
            watch.look();
            assertThat(watch.state().phase()).isEqualTo(RUNNING);
        }
        assertThat(watch.state().phase()).isEqualTo(RunPhase.DIED);
    }

    /** The log was known before the run began; its new neighbour is shown only later. */
    @Test
    void isNotDeadWhileAStaleListingDoesNotShowItsLock() throws IOException {
        RunWatch watch = watch();
        watch.look();
        write(NOON, new RunEvent.Progressed("reading data sets", 0, 0));
        watch.look();
        assertThat(watch.state().phase()).isEqualTo(RunPhase.STARTING);
        assertThat(watch.alive()).isTrue();

        Files.writeString(lock, ELSEWHERE);
        assertThat(watch.state().phase()).isEqualTo(RunPhase.STARTING);
    }

    @Test
    void isNotDeadWhileAStaleListingDoesNotShowItsLog() throws IOException {
        Path hidden = run.path().resolve("hidden");
        Files.move(log, hidden);
        Files.writeString(lock, ELSEWHERE);
        RunWatch watch = watch();
        watch.look();
        assertThat(watch.state().phase()).isEqualTo(RunPhase.WAITING);

        Files.move(hidden, log);
        write(NOON.minusSeconds(90), new RunEvent.Started(0, 10, 5));
        watch.look();

        assertThat(watch.state().phase()).isEqualTo(RUNNING);
    }

    /** It gave the lock back after its last line, but the line is shown later. */
    @Test
    void isNotDeadWhileItsLastLinesAreOnTheirWay() throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON, new RunEvent.Started(0, 10, 5));
        RunWatch watch = watch();
        watch.look();
        write(NOON, new RunEvent.Progressed("training", 1, 10));
        watch.look();
        Files.writeString(lock, ELSEWHERE + " given-back");
        pass(Duration.ofSeconds(60));
        watch.look();
        assertThat(watch.state().phase()).isEqualTo(RUNNING);

        write(NOON, new RunEvent.Finished(10, 1));
        watch.look();

        assertThat(watch.state().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(watch.alive()).isFalse();
    }

    @Test
    void takesHalfALineForASignOfLifeAndReadsItWhenItIsWhole() throws IOException {
        Files.writeString(lock, ELSEWHERE);
        write(NOON, new RunEvent.Started(0, 10, 5));
        RunWatch watch = watch();
        watch.look();
        byte[] line = line(NOON, step(7)).getBytes(StandardCharsets.UTF_8);
        pass(Duration.ofSeconds(100));
        append(Arrays.copyOf(line, 20));
        assertThat(watch.look()).isEmpty();
        pass(Duration.ofSeconds(100));
        assertThat(watch.state().phase()).isEqualTo(RUNNING);

        append(Arrays.copyOfRange(line, 20, line.length));
        watch.look();

        assertThat(watch.state().step()).isEqualTo(7);
    }

    private RunWatch watch() {
        return run.watch(clock, nanos::get);
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
        nanos.addAndGet(time.toNanos());
    }

    private static RunEvent step(int number) {
        return new RunEvent.Step(number, "monolingual", 2, 2e-5, 1, 100);
    }

    private String line(Instant at, RunEvent event) {
        return new LoggedEvent(++seq, at, event).toLine() + "\n";
    }

    private void write(Instant at, RunEvent event) {
        append(line(at, event).getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) {
        try {
            Files.write(log, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
