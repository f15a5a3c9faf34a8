package org.isogloss.ui.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;

/** Writes the log of a run as a training process would. */
final class RunFixture implements AutoCloseable {
    static final StrategyChoice MONOLINGUAL = StrategyChoice.of("monolingual");
    static final StrategyChoice CROSS_LINGUAL = StrategyChoice.of("cross-lingual");
    static final StrategyChoice HYBRID = new StrategyChoice("hybrid", Map.of("alpha", .5));

    private static final int WARM_UP = 20;

    private final RunFolder folder;
    private final EventLog log;
    private final Ticking clock;
    private final SplittableRandom random;
    private final String strategy;
    private int step;

    private RunFixture(RunFolder folder, Instant start) {
        this.folder = folder;
        this.clock = new Ticking(start);
        this.log = folder.openLog(clock);
        this.strategy = folder.frozen().spec().strategy().id();
        this.random = new SplittableRandom(folder.id().hashCode());
    }

    static RunFixture create(Path shelf, String study, StrategyChoice strategy, long seed) {
        return create(shelf, study, strategy, seed, Instant.now().minusSeconds(5));
    }

    static RunFixture create(
            Path shelf, String study, StrategyChoice strategy, long seed, Instant start) {
        ExperimentSpec spec =
                new ExperimentSpec(
                        study,
                        strategy,
                        new Backbone("nano", null, new Backbone.Scratch(8000, 128, 0, 1, 1, 128)),
                        seed,
                        new Recipe(
                                List.of(TrainingSet.of("/data/world-facts/train")),
                                List.of(DataSource.of("/data/world-facts/validation")),
                                List.of(
                                        DataSource.of("/data/world-facts/test"),
                                        DataSource.of("/data/xquad-r")),
                                new Batches(64, 1, false),
                                Map.of(
                                        "steps", 600.0,
                                        "learningRate", 2e-3,
                                        "temperature", .05,
                                        "warmUp", .1),
                                null));
        return new RunFixture(RunFolder.create(shelf, spec, Map.of()), start);
    }

    RunFolder folder() {
        return folder;
    }

    RunFixture event(RunEvent event) {
        log.append(event);
        return this;
    }

    RunFixture started(int steps) {
        event(new RunEvent.Launched("local", 4711));
        return event(new RunEvent.Started(0, steps, 1_048_832));
    }

    /** Appends training steps with the losses such runs have. */
    RunFixture steps(int count) {
        for (int i = 0; i < count; i++) {
            step++;
            clock.pass(Duration.ofMillis(95));
            boolean monolingual = monolingual();
            double floor = monolingual ? .42 : .95;
            double loss = floor + 3.6 * Math.exp(-step / 140.0) + .22 * gaussian();
            event(
                    new RunEvent.Step(
                            step,
                            monolingual ? "monolingual" : "cross-lingual",
                            Math.max(.02, loss),
                            2e-3 * Math.min(1, step / (double) WARM_UP),
                            1.1 + .2 * gaussian(),
                            41_000 + 900 * gaussian()));
            if (step % 100 == 0) {
                event(new RunEvent.Checkpointed(step));
                event(
                        new RunEvent.Evaluated(
                                step,
                                "validation",
                                Map.of(
                                        "monolingual", .5 + 3.6 * Math.exp(-step / 140.0),
                                        "cross-lingual", 1.05 + 3.7 * Math.exp(-step / 140.0))));
            }
        }
        return this;
    }

    /** Appends what a probe of the first collection finds. */
    RunFixture probed(double quality) {
        return event(
                new RunEvent.Evaluated(
                        step,
                        "probe:test",
                        Map.of(
                                "monolingualMap",
                                quality + .2,
                                "multilingualMap",
                                quality,
                                "rankDistance",
                                90 * (1 - quality),
                                "ownLanguageTop1",
                                .5)));
    }

    RunFixture scored(String on, double quality) {
        return event(
                new RunEvent.Evaluated(
                        step,
                        on,
                        Map.of(
                                "monolingualMap",
                                quality,
                                "crossLingualMap",
                                quality - .083,
                                "multilingualMap",
                                quality - .121,
                                "rankDistance",
                                214.0)));
    }

    RunFixture log(String text) {
        try {
            Files.writeString(folder.processLog(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    RunFixture pass(Duration time) {
        clock.pass(time);
        return this;
    }

    @Override
    public void close() {
        log.close();
    }

    private boolean monolingual() {
        return switch (strategy) {
            case "monolingual" -> true;
            case "cross-lingual" -> false;
            default -> random.nextBoolean();
        };
    }

    private double gaussian() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** A clock that the writer moves on. */
    private static final class Ticking extends Clock {
        private Instant now;

        Ticking(Instant start) {
            now = start;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
