package org.isogloss.launch.slurm;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.launch.Launcher;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/**
 * Submits runs to Slurm and follows their jobs; the runs' folders must be seen under the same paths
 * from here and from the nodes.
 *
 * <p>A job that was submitted earlier and has not ended is found again and followed, not submitted
 * twice. Slurm may stop a job and start it again as it likes: the run goes on from its checkpoint.
 * What the run itself wrote down of its end counts for more than what Slurm says.
 */
public final class Slurm implements Launcher, AutoCloseable {
    /** Looks at a job that has ended before its run is taken to have left no word. */
    private static final int PATIENCE = 3;

    private static final int END = Integer.MAX_VALUE;

    private final SlurmSettings settings;
    private final SlurmQueue queue;
    private final Function<ExperimentSpec, JobRequest> requests;
    private final Consumer<String> trouble;
    private final Duration every;
    private final Map<RunFolder, Followed> followed = new LinkedHashMap<>();
    private Map<String, JobStatus> seen = Map.of();
    private Instant lookedAt = Instant.EPOCH;
    private final Timer timer = new Timer("slurm", true);

    /** A job that is being followed. */
    private static final class Followed {
        private final String job;
        private final int until;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private String said = "";
        private int looksAfterEnd;

        /**
         * @param until the training step the run stops after; {@link #END} if it does not
         */
        Followed(String job, int until) {
            this.job = job;
            this.until = until;
        }
    }

    /**
     * Jobs as a site and its user want them.
     *
     * @param requests what a run asks for where the settings leave it open
     * @param trouble hears, in a sentence, when Slurm does not answer; it is asked again
     */
    public Slurm(
            SlurmSettings settings,
            Function<ExperimentSpec, JobRequest> requests,
            Consumer<String> trouble) {
        this(
                settings,
                SlurmShell.of(settings),
                requests,
                trouble,
                Duration.ofSeconds(settings.everySeconds()));
    }

    Slurm(
            SlurmSettings settings,
            SlurmShell shell,
            Function<ExperimentSpec, JobRequest> requests,
            Consumer<String> trouble,
            Duration every) {
        this.settings = settings;
        this.queue = new SlurmQueue(shell);
        this.requests = requests;
        this.trouble = trouble;
        this.every = every;
        TimerTask look =
                new TimerTask() {
                    @Override
                    public void run() {
                        lookOrTell();
                    }
                };
        timer.schedule(look, every.toMillis(), every.toMillis());
    }

    @Override
    public String id() {
        return "slurm";
    }

    @Override
    public String description() {
        return "a job of Slurm" + (settings.host() == null ? "" : " on " + settings.host());
    }

    @Override
    public boolean detached() {
        return true;
    }

    @Override
    public boolean finds(RunFolder run) {
        return running(List.of(run)).containsKey(run);
    }

    @Override
    public CompletableFuture<Void> launch(RunFolder run) {
        return launchUntil(END, run);
    }

    @Override
    public synchronized CompletableFuture<Void> launchUntil(int step, RunFolder run) {
        Followed already = followed.get(run);
        if (already != null && !already.end.isDone()) {
            return already.end;
        }
        String job = running(List.of(run)).get(run);
        if (job == null) {
            job = submit(run, step);
        }
        return follow(run, job, step);
    }

    /**
     * Submits runs as the tasks of one array job, all but those that have finished or whose job has
     * not ended; {@link #launch} then finds them.
     *
     * @param name of the array job
     * @param folder where its script is put
     */
    public synchronized void submitArray(List<RunFolder> runs, String name, Path folder) {
        Map<RunFolder, String> running = running(runs);
        List<RunFolder> left =
                runs.stream()
                        .filter(run -> !running.containsKey(run))
                        .filter(run -> run.state().phase() != RunPhase.FINISHED)
                        .toList();
        if (left.isEmpty()) {
            return;
        }
        JobRequest request = left.stream().map(this::request).reduce(JobRequest::max).orElseThrow();
        Path script = folder.resolve("array.sh");
        AtomicFile.writeText(script, new JobScript(settings, request).of(left, name, folder));
        left.forEach(Slurm::begin);
        String array = queue.submit(script.toAbsolutePath().toString());
        for (int i = 0; i < left.size(); i++) {
            submitted(left.get(i), array + "_" + i);
        }
    }

    private String submit(RunFolder run, int until) {
        JobScript script = new JobScript(settings, request(run));
        AtomicFile.writeText(
                run.jobScript(), until == END ? script.of(run) : script.until(until, run));
        begin(run);
        String job = queue.submit(run.jobScript().toAbsolutePath().toString());
        submitted(run, job);
        return job;
    }

    private static void begin(RunFolder run) {
        run.clearRequests();
        run.forgetJob();
    }

    private void submitted(RunFolder run, String job) {
        new SlurmJob(job, settings.host()).keepIn(run);
        note(run, new RunEvent.Queued(id(), job, "Slurm job " + job + " is submitted."));
    }

    private JobRequest request(RunFolder run) {
        return requests.apply(run.frozen().spec());
    }

    /** The jobs of runs that were submitted earlier and have not ended. */
    private Map<RunFolder, String> running(List<RunFolder> runs) {
        Map<RunFolder, String> jobs = new HashMap<>();
        for (RunFolder run : runs) {
            SlurmJob.of(run).ifPresent(job -> jobs.put(run, job.id()));
        }
        Map<String, JobStatus> known = lately(Set.copyOf(jobs.values()));
        jobs.values().removeIf(job -> !known.containsKey(job) || known.get(job).state().ended());
        return jobs;
    }

    /** What the last look saw, if that was a moment ago: many runs are found again one by one. */
    private synchronized Map<String, JobStatus> lately(Set<String> jobs) {
        boolean fresh = Duration.between(lookedAt, Instant.now()).compareTo(every) < 0;
        if (!fresh || !seen.keySet().containsAll(jobs)) {
            seen = queue.look(jobs);
            lookedAt = Instant.now();
        }
        return seen;
    }

    private CompletableFuture<Void> follow(RunFolder run, String job, int until) {
        Followed now = new Followed(job, until);
        followed.put(run, now);
        return now.end;
    }

    private void lookOrTell() {
        try {
            look();
        } catch (UncheckedIOException | BadInputException e) {
            // Nothing is known now, and nothing is concluded from that.
            trouble.accept(
                    e instanceof UncheckedIOException io
                            ? io.getCause().getMessage()
                            : e.getMessage());
        } catch (RuntimeException e) {
            followed.values().forEach(one -> one.end.completeExceptionally(e));
            throw e;
        }
    }

    /** One look at all jobs that are followed. */
    synchronized void look() {
        followed.values().removeIf(one -> one.end.isDone());
        Set<String> jobs =
                followed.values().stream().map(one -> one.job).collect(Collectors.toSet());
        Map<String, JobStatus> known = queue.look(jobs);
        seen = known;
        lookedAt = Instant.now();
        List<String> unwanted = new ArrayList<>();
        followed.forEach(
                (run, one) -> {
                    JobStatus status = status(run, one, known);
                    if (status.state().ended()) {
                        ended(run, one, status);
                    } else {
                        one.looksAfterEnd = 0;
                        waits(run, one, status);
                        if (run.cancelRequested() && status.state() == SlurmState.PENDING) {
                            unwanted.add(one.job);
                        }
                    }
                });
        if (!unwanted.isEmpty()) {
            queue.cancel(unwanted);
        }
    }

    /** What Slurm says of a job or, where nobody knows it any more, its script. */
    private static JobStatus status(RunFolder run, Followed one, Map<String, JobStatus> known) {
        JobStatus said = known.get(one.job);
        if (said != null) {
            return said;
        }
        Optional<Integer> code = run.jobExit(one.job);
        if (code.isEmpty() && run.alive()) {
            return new JobStatus(SlurmState.RUNNING, "");
        }
        SlurmState state =
                code.map(exit -> exit == 0 ? SlurmState.COMPLETED : SlurmState.FAILED)
                        .orElse(SlurmState.GONE);
        return new JobStatus(state, "");
    }

    /** While a job waits no process of the run writes events; then we may. */
    private void waits(RunFolder run, Followed one, JobStatus status) {
        String sentence = status.sentence(one.job);
        if (status.state() != SlurmState.PENDING) {
            one.said = "";
        } else if (!sentence.equals(one.said)) {
            one.said = sentence;
            note(run, new RunEvent.Queued(id(), one.job, sentence));
        }
    }

    private static void ended(RunFolder run, Followed one, JobStatus status) {
        RunState state = run.state();
        RunPhase phase = state.phase();
        boolean told =
                phase == RunPhase.FINISHED
                        || phase == RunPhase.FAILED
                        || phase == RunPhase.CANCELLED
                        || (phase == RunPhase.WAITING && state.step() >= one.until);
        one.looksAfterEnd++;
        if (!told && one.looksAfterEnd < PATIENCE) {
            return; // a network file system may show the last lines late
        }
        if (!told) {
            note(
                    run,
                    status.state() == SlurmState.CANCELLED
                            ? new RunEvent.Cancelled(run.state().step())
                            : new RunEvent.Failed(status.sentence(one.job)));
        }
        one.end.complete(null);
    }

    private static void note(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    /** Follows no longer; the jobs go on. */
    @Override
    public void close() {
        timer.cancel();
    }
}
