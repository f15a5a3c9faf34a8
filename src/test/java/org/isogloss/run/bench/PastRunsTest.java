package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.run.Compute;
import org.isogloss.run.Environment;
import org.isogloss.run.EventLog;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");
    @TempDir private Path folder;

    private ExperimentSpec spec() throws IOException {
        return TinyStudy.in(folder, 20).plan().get(0);
    }

    private static RunEvent step(int number) {
        return new RunEvent.Step(number, "monolingual", 1, .01, 1, 2000);
    }

    /** Steps of 2 s at 2,000 tokens a second, with a pause that must not count. */
    private static List<LoggedEvent> events(int steps) {
        List<LoggedEvent> events = new ArrayList<>();
        long at = 0;
        for (int i = 1; i <= steps; i++) {
            at += i == 5 ? 3600 : 2;
            events.add(new LoggedEvent(i, BEGIN.plusSeconds(at), step(i)));
        }
        return events;
    }

    @Test
    void readsTheSpeedOfStepsFromALog() throws IOException {
        Shape shape = Shape.of(spec().backbone()).orElseThrow();

        Speed speed = PastRuns.speed(shape, spec(), events(20)).orElseThrow();

        assertThat(speed.basis()).isEqualTo(Speed.Basis.LOGGED);
        assertThat(speed.training())
                .isCloseTo(shape.step(4000, 4000 / 16.0) / 2, withinPercentage(.001));
    }

    @Test
    void knowsThatAStepMayHaveSeveralBatches() throws IOException {
        Shape shape = Shape.of(spec().backbone()).orElseThrow();
        Recipe recipe = spec().recipe();
        Map<String, Double> optimisation = new TreeMap<>(recipe.optimisation());
        optimisation.put("accumulate", 5.0);
        ExperimentSpec accumulating =
                new ExperimentSpec(
                        spec().study(),
                        spec().strategy(),
                        spec().backbone(),
                        spec().seed(),
                        new Recipe(
                                recipe.training(),
                                recipe.validation(),
                                recipe.evaluation(),
                                recipe.batches(),
                                optimisation,
                                recipe.encoding()));

        Speed speed = PastRuns.speed(shape, accumulating, events(20)).orElseThrow();

        assertThat(speed.training())
                .isCloseTo(shape.step(4000, 4000 / 80.0) / 2, withinPercentage(.001));
    }

    @Test
    void tellsNothingFromAFewSteps() throws IOException {
        Shape shape = Shape.of(spec().backbone()).orElseThrow();

        assertThat(PastRuns.speed(shape, spec(), events(10))).isEmpty();
        assertThat(PastRuns.speed(shape, spec(), List.of())).isEmpty();
    }

    @Test
    void looksOnlyAtRunsOfThisMachineDeviceAndThreads() throws IOException {
        Path runs = folder.resolve("runs");
        RunFolder run = RunFolder.create(runs, spec(), Map.of());
        try (EventLog log = run.openLog(java.time.Clock.systemUTC())) {
            for (int i = 1; i <= 20; i++) {
                log.append(step(i));
            }
        }
        PastRuns past = new PastRuns(new RunShelf(runs));
        assertThat(past.on("cpu", 2)).isEmpty();

        run.saveEnvironment(Environment.here(new Compute(ComputeDevice.CPU, 2).description()));

        assertThat(past.on("cpu", 2)).hasSize(1);
        assertThat(past.on("cpu", 1)).isEmpty();
        assertThat(past.on("gpu:0", 2)).isEmpty();
    }
}
