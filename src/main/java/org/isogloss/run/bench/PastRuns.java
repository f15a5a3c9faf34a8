package org.isogloss.run.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.run.Compute;
import org.isogloss.run.Environment;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.training.TrainingSettings;

/**
 * Reads from the logs of runs how fast they trained; each log is read once, after its run has
 * ended.
 *
 * <p>Not safe for several threads.
 */
public final class PastRuns {
    private static final int LEAST_STEPS = 10;
    private static final double MILLIS = 1000;

    private final RunShelf shelf;
    private final Map<Path, Read> known = new HashMap<>();

    /** What a log told when it was last written to. */
    private record Read(Instant changed, Environment environment, Optional<Speed> speed) {}

    public PastRuns(RunShelf shelf) {
        this.shelf = shelf;
    }

    /** The speeds of ended runs on this machine, with a device and a number of threads. */
    public List<Speed> on(String device, int threads) {
        Environment now =
                Environment.here(new Compute(ComputeDevice.of(device), threads).description());
        List<Speed> speeds = new ArrayList<>();
        for (RunFolder run : shelf.runs()) {
            Optional<Environment> there = environment(run);
            if (there.isPresent() && like(there.get(), now) && !run.alive()) {
                read(run, there.get()).speed().ifPresent(speeds::add);
            }
        }
        return speeds;
    }

    private static Optional<Environment> environment(RunFolder run) {
        try {
            return run.environment();
        } catch (BadInputException unreadable) {
            return Optional.empty(); // of another version; it tells nothing that can be used
        }
    }

    private static boolean like(Environment there, Environment here) {
        return there.device().equals(here.device())
                && there.processors() == here.processors()
                && there.operatingSystem().equals(here.operatingSystem());
    }

    private Read read(RunFolder run, Environment environment) {
        Instant changed = run.changed();
        Read before = known.get(run.path());
        if (before == null || !before.changed().equals(changed)) {
            before = new Read(changed, environment, speed(run));
            known.put(run.path(), before);
        }
        return before;
    }

    private static Optional<Speed> speed(RunFolder run) {
        try {
            ExperimentSpec spec = run.frozen().spec();
            return Shape.of(spec.backbone())
                    .flatMap(shape -> speed(shape, spec, run.tail().poll()));
        } catch (BadInputException unreadable) {
            return Optional.empty(); // the runs' own place tells what is wrong with it
        }
    }

    /** Medians over steps, so that pauses and checkpoints between two steps do not count. */
    static Optional<Speed> speed(Shape shape, ExperimentSpec spec, List<LoggedEvent> events) {
        List<Double> rates = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        LoggedEvent before = null;
        for (LoggedEvent logged : events) {
            if (logged.event() instanceof RunEvent.Step step) {
                rates.add(step.tokensPerSecond());
                if (before != null && before.event() instanceof RunEvent.Step) {
                    seconds.add(Duration.between(before.at(), logged.at()).toMillis() / MILLIS);
                }
            }
            before = logged;
        }
        if (seconds.size() < LEAST_STEPS) {
            return Optional.empty();
        }
        double rate = median(rates);
        double step = Math.max(1 / MILLIS, median(seconds));
        double tokens = rate * step;
        int batches = TrainingSettings.of(spec.optimisation()).accumulate();
        double textTokens = tokens / (2.0 * batches * spec.recipe().batches().size());
        return Optional.of(Speed.logged(before.at(), shape, tokens, textTokens, step));
    }

    private static double median(List<Double> values) {
        return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
    }
}
