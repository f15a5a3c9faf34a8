package org.isogloss.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;

/**
 * The recipe of a run, from data sets to scores: batches are planned, a model is trained on them,
 * written down and scored; where two runs are interpolated, theirs is the model that is scored.
 *
 * <p>It reads in the order of the straight line, and does not know which strategy, format or
 * launcher it serves. Started again, it goes on from the last checkpoint, and does not score twice.
 */
public final class ExperimentRun {
    private static final int PATIENCE_SECONDS = 60;

    private final RunFolder folder;
    private final Compute compute;
    private final Clock clock;
    private final boolean interruptible;
    private final int lastStep;

    /** A run in its folder, on some processor threads. */
    public ExperimentRun(RunFolder folder, Compute compute) {
        this(folder, compute, false);
    }

    /**
     * A run in its folder.
     *
     * @param interruptible whether who stops this process starts the run again, so that only a
     *     request in its folder cancels it
     */
    public ExperimentRun(RunFolder folder, Compute compute, boolean interruptible) {
        this(folder, compute, interruptible, Integer.MAX_VALUE);
    }

    /**
     * A run in its folder that may be trained in part only.
     *
     * @param lastStep after which it stops with a checkpoint, if that is before the end of training
     */
    public ExperimentRun(RunFolder folder, Compute compute, boolean interruptible, int lastStep) {
        this(folder, compute, interruptible, lastStep, Clock.systemUTC());
    }

    ExperimentRun(RunFolder folder, Compute compute, boolean interruptible, Clock clock) {
        this(folder, compute, interruptible, Integer.MAX_VALUE, clock);
    }

    private ExperimentRun(
            RunFolder folder, Compute compute, boolean interruptible, int lastStep, Clock clock) {
        this.folder = folder;
        this.compute = compute;
        this.interruptible = interruptible;
        this.lastStep = lastStep;
        this.clock = clock;
    }

    /**
     * Does what is left of the run.
     *
     * @return how it ended: finished, cancelled or, where it goes on later, waiting
     * @throws BadInputException if another process works on it, or its inputs cannot be used
     */
    public RunPhase execute(Cancellation stop, Progress progress) {
        try (RunLock lock = lock(stop);
                EventLog log = folder.openLog(clock);
                Heartbeat heartbeat = new Heartbeat(log, progress)) {
            long begun = System.nanoTime(); // the clock may be set while the run goes on
            Cancellation either = () -> stop.requested() || folder.cancelRequested();
            try {
                int bestStep = makeAndScore(log, heartbeat, either);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                double seconds = millis / 1000.0;
                log.append(new RunEvent.Finished(bestStep, seconds));
                return RunPhase.FINISHED;
            } catch (CancellationException e) {
                int step = folder.state().step();
                if (step >= lastStep && !either.requested()) {
                    log.append(new RunEvent.Reached(step));
                    return RunPhase.WAITING;
                }
                boolean goesOn = interruptible && !folder.cancelRequested();
                log.append(goesOn ? new RunEvent.Interrupted(step) : new RunEvent.Cancelled(step));
                return goesOn ? RunPhase.WAITING : RunPhase.CANCELLED;
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                // Natives that are missing or of another machine show as a LinkageError.
                fail(log, e);
                throw e;
            }
        }
    }

    /**
     * Takes the run. A scheduler may start it again while the process it has just told to end still
     * writes its checkpoint, on another machine; so what a scheduler started waits for that.
     */
    private RunLock lock(Cancellation stop) {
        Optional<RunLock> lock = folder.lock();
        for (int waited = 0;
                lock.isEmpty() && interruptible && waited < PATIENCE_SECONDS && !stop.requested();
                waited++) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw inUse();
            }
            lock = folder.lock();
        }
        return lock.orElseThrow(this::inUse);
    }

    /** Says that the run failed; where even that fails, what happened first still comes first. */
    static void fail(EventLog log, Throwable why) {
        try {
            log.append(new RunEvent.Failed(new Failure(why).sentence()));
        } catch (RuntimeException unwritten) {
            why.addSuppressed(unwritten);
        }
    }

    /** Returns the step whose weights the model has. */
    private int makeAndScore(EventLog log, Progress progress, Cancellation stop) {
        ExperimentSpec spec = verified(progress);
        compute.start(message -> log.append(new RunEvent.Warned(message)));
        folder.saveEnvironment(Environment.here(compute.description()));
        progress.at("reading data sets", 0, 0);
        PoolPlace place = PoolPlace.in(UserFolder.own().pools(), progress, stop);
        // All collections are read before training: a broken line is not to be found hours later.
        List<TestCollection> collections =
                spec.recipe().evaluation().stream()
                        .map(source -> source.dataset(place).collectionToScoreOn())
                        .toList();
        MadeModel made =
                spec.strategy().trained()
                        ? new ModelTraining(folder, compute, log, progress, stop, lastStep)
                                .make(spec, place, collections)
                        : new ModelInterpolation(folder, log, progress).make(spec);
        ModelCard card = made.card();
        ModelSize.counted(folder).ifPresent(folder::saveModelSize);
        try (ModelEvaluation evaluation =
                ModelEvaluation.open(folder.model(), spec.recipe().encoding(), compute)) {
            List<Evaluation> scores = new ArrayList<>();
            for (TestCollection collection : collections) {
                String verdict = card.zeroShot().sentence(collection.name());
                Evaluation found = score(collection, verdict, evaluation, progress, stop);
                log.append(
                        new RunEvent.Evaluated(
                                made.step(), collection.name(), found.macro().byName()));
                scores.add(found);
            }
            folder.saveModelCard(card.with(scores).text());
        }
        return made.step();
    }

    private Evaluation score(
            TestCollection collection,
            String zeroShot,
            ModelEvaluation model,
            Progress progress,
            Cancellation stop) {
        ResultFolder results = folder.results(collection.name());
        return results.evaluation()
                .orElseGet(
                        () -> model.of(collection, zeroShot, Optional.of(results), progress, stop));
    }

    /** The spec, once the data and weights it names are still those it was made for. */
    private ExperimentSpec verified(Progress progress) {
        progress.at("checking data and weights", 0, 0);
        FrozenSpec frozen = folder.frozen();
        Map<String, String> now = new Fingerprints().of(frozen.spec());
        frozen.sha256()
                .forEach(
                        (path, print) -> {
                            if (!print.equals(now.get(path))) {
                                throw BadInputException.in(
                                        Path.of(path),
                                        "has changed since the run was made; put the old one back,"
                                                + " or delete "
                                                + folder.path()
                                                + " to run with the new one");
                            }
                        });
        return frozen.spec();
    }

    private BadInputException inUse() {
        return BadInputException.in(
                folder.path(),
                folder.holder()
                        + " works on this run, and two would write over each other; wait for it, or"
                        + " cancel the run under Runs or by a file 'cancel' in this folder");
    }
}
