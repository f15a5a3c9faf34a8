package org.isogloss.launch;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
import org.isogloss.run.RunWatch;

/**
 * Works through a study: makes its run folders, then launches what is not finished, a few at a
 * time.
 *
 * <p>Warm starts come first: what starts from them waits until all are trained. A mean of two runs
 * waits until both are finished. A finished run is never repeated; a broken-off or cancelled one
 * goes on from its checkpoint. A run that is cancelled while it waits is left out. {@link
 * StudyQueue} can change the order while it goes on. A study with halving is worked through rung by
 * rung, and {@link Ladder} tells who goes on.
 */
public final class StudyRun {
    private static final long LOOK_EVERY_MS = 200;

    /** Of runs elsewhere: there may be hundreds, and their logs lie on a network file system. */
    private static final long LOOK_FAR_EVERY_MS = 2000;

    private final RunShelf shelf;
    private final Launcher launcher;
    private final Consumer<String> told;
    private final Set<String> said = new HashSet<>();
    private final Map<RunFolder, RunWatch> watched = new HashMap<>();

    /** For runs whose troubles are followed on the shelf alone. */
    public StudyRun(RunShelf shelf, Launcher launcher) {
        this(shelf, launcher, sentence -> {});
    }

    /**
     * @param told hears of what is wrong with the queue and does not stop the study, each once
     */
    public StudyRun(RunShelf shelf, Launcher launcher, Consumer<String> told) {
        this.shelf = shelf;
        this.launcher = launcher;
        this.told = told;
    }

    /**
     * Makes the folders of a study's runs, so that they can be seen waiting; while its warm starts
     * are not trained, those of the starts.
     *
     * @throws BadInputException if runs of another recipe stand under the same name: they would be
     *     averaged and compared as if they were alike
     */
    public List<RunFolder> prepare(Study study) {
        Optional<Study> starts = study.starts();
        refuseAnotherRecipe(study);
        starts.ifPresent(this::refuseAnotherRecipe); // their ids do not tell their recipes apart
        write(study);
        if (starts.isPresent() && !finished(starts.get())) {
            return prepare(starts.get());
        }
        Fingerprints fingerprints = new Fingerprints();
        List<RunFolder> runs = new ArrayList<>();
        for (ExperimentSpec spec : study.started(this::model).plan()) {
            runs.add(RunFolder.create(shelf.path(), spec, fingerprints.of(spec)));
        }
        return runs;
    }

    private void refuseAnotherRecipe(Study study) {
        for (RunFolder run : shelf.runs(study.name())) {
            ExperimentSpec made = run.frozen().spec();
            if (!made.recipe().equals(study.recipe().dataFor(made.backbone()))) {
                throw BadInputException.in(
                        run.path(),
                        "is a run of study '"
                                + study.name()
                                + "' with another recipe; give the study another name, or delete"
                                + " that folder");
            }
        }
    }

    private void write(Study study) {
        Path file = shelf.studyFile(study.name());
        if (!Files.exists(file) || !Study.read(file).equals(study)) {
            JsonFile.write(file, study);
        }
    }

    private boolean finished(Study study) {
        return study.plan().stream().map(this::folder).allMatch(StudyRun::finished);
    }

    private static boolean finished(RunFolder run) {
        return RunFolder.isOne(run.path()) && run.state().phase() == RunPhase.FINISHED;
    }

    /** The runs whose models a run is the mean of. */
    private static List<RunFolder> sources(RunFolder run) {
        return run.frozen().spec().sources().stream()
                .map(id -> new RunFolder(run.path().resolveSibling(id)))
                .toList();
    }

    /** What waits for no other run: only means wait, and never for a mean. */
    private static List<RunFolder> ready(
            List<RunFolder> waiting,
            Map<RunFolder, BooleanSupplier> running,
            Map<RunFolder, List<RunFolder>> sources) {
        return waiting.stream()
                .filter(
                        run ->
                                sources.get(run).stream()
                                        .noneMatch(
                                                source ->
                                                        waiting.contains(source)
                                                                || running.containsKey(source)))
                .toList();
    }

    private Path model(ExperimentSpec start) {
        return folder(start).model();
    }

    private RunFolder folder(ExperimentSpec spec) {
        return new RunFolder(shelf.path().resolve(spec.study()).resolve(spec.id()));
    }

    /**
     * Runs what is left of a study and returns when nothing is left to run, or when it is stopped.
     *
     * @param jobs runs at the same time, unless its queue says otherwise
     * @param listener hears of every run's state when it may have changed
     * @return the study's runs; where a warm start did not finish, the starts
     * @throws BadInputException if another process works through the same study, or its queue
     *     cannot be read
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
                                                RunLock.holder(lock)
                                                        + " works through study '"
                                                        + study.name()
                                                        + "'; wait for it, follow it by 'isogloss"
                                                        + " study status --follow', or cancel its"
                                                        + " runs"))) {
            Optional<Study> starts = study.starts();
            if (starts.isPresent() && !finished(starts.get())) {
                write(study);
                List<RunFolder> begun = run(starts.get(), jobs, listener, stop);
                if (!finished(starts.get())) {
                    return begun;
                }
            }
            List<RunFolder> runs = prepare(study);
            runs.stream()
                    .filter(run -> run.state().phase().ended())
                    .forEach(RunFolder::clearRequests);
            if (study.halving() == null) {
                work(study, runs, Map.of(), jobs, listener, stop);
            } else {
                climb(study, runs, jobs, listener, stop);
            }
            return runs;
        }
    }

    /** Trains all rows to the first rung, those that go on to the next, and the last to the end. */
    private void climb(
            Study study,
            List<RunFolder> runs,
            int jobs,
            BiConsumer<RunFolder, RunState> listener,
            Cancellation stop)
            throws InterruptedException {
        awaitLeftBehind(runs, listener, stop);
        Ladder ladder = new Ladder(study, runs);
        List<RunFolder> going = runs;
        for (int rung = 0; rung < ladder.rungs(); rung++) {
            Map<RunFolder, Integer> below = ladder.below(rung, going);
            work(study, List.copyOf(below.keySet()), below, jobs, listener, stop);
            if (stop.requested()) {
                return;
            }
            going = ladder.decide(rung, going, told);
            runs.forEach(run -> listener.accept(run, look(run).state()));
        }
        work(study, going, Map.of(), jobs, listener, stop);
    }

    /** Waits for runs of a study process that is gone: where they stop, they were told to. */
    private void awaitLeftBehind(
            List<RunFolder> runs, BiConsumer<RunFolder, RunState> listener, Cancellation stop)
            throws InterruptedException {
        Map<RunFolder, BooleanSupplier> left = new LinkedHashMap<>();
        runs.stream().filter(this::alive).forEach(run -> left.put(run, () -> !alive(run)));
        while (!left.isEmpty()) {
            lookAfter(left, listener, stop);
        }
    }

    /**
     * Runs what is left of some runs.
     *
     * @param ends the steps after which some of them stop
     */
    private void work(
            Study study,
            List<RunFolder> runs,
            Map<RunFolder, Integer> ends,
            int jobs,
            BiConsumer<RunFolder, RunState> listener,
            Cancellation stop)
            throws InterruptedException {
        Map<RunFolder, BooleanSupplier> running = new LinkedHashMap<>();
        List<RunFolder> left = new ArrayList<>();
        Map<RunFolder, List<RunFolder>> sources = new HashMap<>();
        runs.forEach(run -> sources.put(run, sources(run)));
        StudyQueue queue = StudyQueue.read(shelf, study.name());
        List<RunFolder> waiting = new ArrayList<>(runs);
        while (!waiting.isEmpty()) {
            List<RunFolder> next = ready(waiting, running, sources);
            while ((running.size() >= atOnce(queue, jobs) || next.isEmpty()) && !left(stop)) {
                lookAfter(running, listener, stop);
                queue = look(study, queue);
                next = ready(waiting, running, sources);
            }
            List<RunFolder> some = next.isEmpty() ? waiting : next;
            RunFolder run = queue.ordered(some, RunFolder::id).get(0);
            waiting.remove(run);
            if (alive(run) && !launcher.finds(run)) {
                running.put(run, () -> !alive(run)); // left by a study process that is gone
                left.add(run);
            } else if (!stop.requested()
                    && sources.get(run).stream().allMatch(StudyRun::finished)
                    && mayStart(run)) {
                running.put(run, launch(run, ends)::isDone);
            }
            listener.accept(run, look(run).state());
        }
        while (!running.isEmpty() && !left(stop)) {
            lookAfter(running, listener, stop);
        }
        left.removeIf(run -> look(run).state().phase() != RunPhase.DIED);
        if (!left.isEmpty() && !stop.requested()) {
            // On another machine they could not be told from runs at work until they stayed silent
            work(study, left, ends, jobs, listener, stop);
        }
    }

    private RunWatch look(RunFolder run) {
        RunWatch watch = watched.computeIfAbsent(run, RunFolder::watch);
        watch.look();
        return watch;
    }

    private boolean alive(RunFolder run) {
        return look(run).alive();
    }

    private CompletableFuture<Void> launch(RunFolder run, Map<RunFolder, Integer> ends) {
        Integer end = ends.get(run);
        return end == null ? launcher.launch(run) : launcher.launchUntil(end, run);
    }

    private static int atOnce(StudyQueue queue, int jobs) {
        return queue.atOnce() == null ? jobs : queue.atOnce();
    }

    /** The queue as it is now; what cannot be read must not stop a study that is under way. */
    private StudyQueue look(Study study, StudyQueue last) {
        try {
            return StudyQueue.read(shelf, study.name());
        } catch (BadInputException | UncheckedIOException unreadable) {
            if (said.add(unreadable.getMessage())) {
                told.accept(
                        unreadable.getMessage()
                                + "; the study goes on in the order it had, until the file is"
                                + " mended or deleted");
            }
            return last;
        }
    }

    /** True if nobody waits for the runs any longer, and they go on. */
    private boolean left(Cancellation stop) {
        return launcher.detached() && stop.requested();
    }

    private boolean mayStart(RunFolder run) {
        RunState state = look(run).state();
        if (state.phase() == RunPhase.FINISHED) {
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

    /** Waits a moment, hands on what is asked and what is seen, and drops the runs that ended. */
    private void lookAfter(
            Map<RunFolder, BooleanSupplier> running,
            BiConsumer<RunFolder, RunState> listener,
            Cancellation stop)
            throws InterruptedException {
        if (stop.requested()) {
            running.keySet().forEach(RunFolder::requestCancel);
        }
        Thread.sleep(launcher.detached() ? LOOK_FAR_EVERY_MS : LOOK_EVERY_MS);
        List<RunFolder> ended =
                running.keySet().stream().filter(run -> running.get(run).getAsBoolean()).toList();
        running.keySet().forEach(run -> listener.accept(run, look(run).state()));
        running.keySet().removeAll(ended);
    }
}
