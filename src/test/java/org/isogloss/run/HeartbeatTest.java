package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.isogloss.base.Progress;
import org.isogloss.batch.BatchKind;
import org.isogloss.training.StepReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void writesAnActivityOnceAndRepeatsItWhenNothingElseIsWritten() {
        try (EventLog log = log();
                Heartbeat heartbeat = new Heartbeat(log, Progress.NONE)) {
            heartbeat.at("encoding", 0, 10);
            heartbeat.at("encoding", 5, 10);
            heartbeat.beat();
            nanos.addAndGet(Heartbeat.INTERVAL.toNanos());
            heartbeat.beat();
        }

        assertThat(events())
                .containsExactly(
                        new RunEvent.Progressed("encoding", 0, 10),
                        new RunEvent.Progressed("encoding", 5, 10));
    }

    @Test
    void claimsNoOlderActivityWhileStepsAreTaken() {
        List<String> shown = new ArrayList<>();
        try (EventLog log = log();
                Heartbeat heartbeat =
                        new Heartbeat(log, (what, done, of) -> shown.add(what + done + "/" + of))) {
            heartbeat.at("opening the backbone", 0, 0);
            RunLogger logger = new RunLogger(log, heartbeat, 20, 100, step -> List.of(), () -> 9L);
            logger.started(0);
            logger.step(new StepReport(1, Set.of(BatchKind.MONOLINGUAL), 2.5, 1e-3, 1, .05, 1000));
            logger.step(new StepReport(2, Set.of(BatchKind.MONOLINGUAL), 2.5, 1e-3, 1, .05, 1000));
            nanos.addAndGet(Heartbeat.INTERVAL.toNanos());
            heartbeat.beat();
        }

        assertThat(shown)
                .containsExactly(
                        "opening the backbone0/0", "training0/20", "training1/20", "training2/20");
        assertThat(events())
                .containsExactly(
                        new RunEvent.Progressed("opening the backbone", 0, 0),
                        new RunEvent.Started(0, 20, 100),
                        new RunEvent.Progressed("training", 0, 20),
                        new RunEvent.Step(1, "monolingual", 2.5, 1e-3, 1, 1000, .05, 9L),
                        new RunEvent.Step(2, "monolingual", 2.5, 1e-3, 1, 1000, .05, 9L),
                        new RunEvent.Progressed("training", 2, 20));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void beatsAsOftenWhenTheClockIsSet(long seconds) {
        try (EventLog log = log();
                Heartbeat heartbeat = new Heartbeat(log, Progress.NONE)) {
            heartbeat.at("encoding", 0, 10);
            now.set(START.plusSeconds(seconds));
            heartbeat.beat();
            assertThat(events()).hasSize(1);
            nanos.addAndGet(Heartbeat.INTERVAL.toNanos());
            heartbeat.beat();
        }

        assertThat(events()).hasSize(2);
    }

    @Test
    void writesNothingOnceItIsClosed() {
        try (EventLog log = log()) {
            Heartbeat heartbeat = new Heartbeat(log, Progress.NONE);
            heartbeat.close();
            nanos.addAndGet(Heartbeat.INTERVAL.toNanos());
            heartbeat.beat();
        }

        assertThat(events()).isEmpty();
    }

    private EventLog log() {
        return new EventLog(folder.resolve("events.jsonl"), clock, nanos::get);
    }

    private List<RunEvent> events() {
        return new EventTail(folder.resolve("events.jsonl"))
                .poll().stream().map(LoggedEvent::event).toList();
    }
}
