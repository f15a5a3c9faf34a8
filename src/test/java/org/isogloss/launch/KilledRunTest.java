package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose process is killed, paused or cancelled from outside. */
@Tag("native")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledRunTest {
    private static final int STEPS = 1200;

    @TempDir private Path folder;
    private final LocalProcess launcher = new LocalProcess(1);

    @Test
    void endsWithTheWeightsOfAnUninterruptedRunAfterSigkill() throws Exception {
        RunFolder straight = create("straight");
        launcher.launch(straight).get();
        assertThat(straight.state().phase())
                .as("%s", straight.lastLogLines(20))
                .isEqualTo(RunPhase.FINISHED);
        RunFolder killed = create("killed");

        var ended = launcher.launch(killed);
        until(() -> killed.state().step() > 100);
        kill(killed);
        ended.get();
        assertThat(killed.state().phase()).isEqualTo(RunPhase.DIED);
        launcher.launch(killed).get();

        assertThat(killed.state().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(killed.model().resolve("model.safetensors"))
                .hasSameBinaryContentAs(straight.model().resolve("model.safetensors"));
        assertThat(killed.evaluations()).isEqualTo(straight.evaluations());
    }

    @Test
    void standsStillWhilePausedAndStopsWhenCancelled() throws Exception {
        RunFolder run = create("runs");
        var ended = launcher.launch(run);
        until(() -> run.state().step() > 20);

        run.requestPause(true);
        until(() -> run.state().phase() == RunPhase.PAUSED);
        int step = run.state().step();
        Thread.sleep(500);
        assertThat(run.state().step()).isEqualTo(step);

        run.requestPause(false);
        until(() -> run.state().step() > step);
        run.requestCancel();
        ended.get();

        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(run.alive()).isFalse();
    }

    private RunFolder create(String shelf) throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, STEPS).plan().get(0);
        return RunFolder.create(folder.resolve(shelf), spec, new Fingerprints().of(spec));
    }

    private static void kill(RunFolder run) {
        long process =
                run.tail().poll().stream()
                        .map(LoggedEvent::event)
                        .filter(RunEvent.Launched.class::isInstance)
                        .mapToLong(event -> ((RunEvent.Launched) event).process())
                        .findFirst()
                        .orElseThrow();
        List<ProcessHandle> family =
                ProcessHandle.of(process).stream()
                        .flatMap(parent -> Stream.concat(parent.descendants(), Stream.of(parent)))
                        .toList();
        assertThat(family).isNotEmpty();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
