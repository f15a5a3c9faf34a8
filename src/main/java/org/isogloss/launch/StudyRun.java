package org.isogloss.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Study;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;

/**
 * Works through a study: makes its run folders, then launches what is not finished, a few at a
 * time.
 *
 * <p>A finished run is never repeated; a broken-off or cancelled one goes on from its checkpoint. A
 * run that is cancelled while it waits is left out.
 */
public final class StudyRun {
    private static final long LOOK_EVERY_MS = 200;

    private final RunShelf shelf;
    private final Launcher launcher;

    public StudyRun(RunShelf shelf, Launcher launcher) {
        this.shelf = shelf;
        this.launcher = launcher;
    }

    /** Makes the folders of a study's runs, so that they can be seen waiting. */
    public List<RunFolder> prepare(Study study) {
        JsonFile.write(shelf.studyFile(study.name()), study);
        Fingerprints fingerprints = new Fingerprints();
        List<RunFolder> runs = new ArrayList<>();
        for (ExperimentSpec spec : study.plan()) {
            runs.add(RunFolder.create(shelf.path(), spec, fingerprints.of(spec)));
        }
        return runs;
    }

    /**
     * Runs what is left of a study and returns when nothing is left to run.
     *
     * @param jobs runs at the same time
     * @param listener hears of every run's state when it may have changed
     * @throws BadInputException if another process works through the same study
     */
    public List<RunFolder> run(
            Study study, int jobs, BiConsumer<RunFolder, RunState> listener, Cancellation stop)
            throws InterruptedException {
        Path lock = shelf.studyLock(study.name());
        try (RunLock held =
                RunLock.take(lock)
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                "another process works through study '"
                                                        + study.name()
                                                        + "'; wait for it or cancel its runs"))) {
            List<RunFolder> runs = prepare(study);
            runs.stream().filter(run -> !run.alive()).forEach(RunFolder::clearRequests);
            Map<RunFolder, CompletableFuture<Void>> running = new LinkedHashMap<>();
            for (RunFolder run : runs) {
                while (running.size() >= jobs) {
                    waitForOne(running, listener, stop);
                }
                if (!stop.requested() && mayStart(run)) {
                    running.put(run, launcher.launch(run));
                }
                listener.accept(run, run.state());
            }
            while (!running.isEmpty()) {
                waitForOne(running, listener, stop);
            }
            return runs;
        }
    }

    private static boolean mayStart(RunFolder run) {
        RunState state = run.state();
        if (run.alive() || state.phase() == RunPhase.FINISHED) {
            return false;
        }
        if (run.cancelRequested()) {
            if (state.phase() != RunPhase.CANCELLED) {
                try (EventLog log = run.openLog(Clock.systemUTC())) {
                    log.append(new RunEvent.Cancelled(state.step()));
                }
            }
            return false;
        }
        return true;
    }

    private static void waitForOne(
            Map<RunFolder, CompletableFuture<Void>> running,
            BiConsumer<RunFolder, RunState> listener,
            Cancellation stop)
            throws InterruptedException {
        if (stop.requested()) {
            running.keySet().forEach(RunFolder::requestCancel);
        }
        try {
            CompletableFuture.anyOf(running.values().toArray(CompletableFuture[]::new))
                    .get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // a look at how they are doing, then on with the wait
        } catch (ExecutionException e) {
            throw new IllegalStateException("a launcher failed to watch its process", e);
        }
        running.forEach((run, ended) -> listener.accept(run, run.state()));
        running.values().removeIf(CompletableFuture::isDone);
    }
}
