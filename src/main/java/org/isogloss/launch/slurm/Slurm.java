package org.isogloss.launch.slurm;

import static java.util.stream.Collectors.toSet;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.launch.Launcher;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;

/**
 * Submits runs to Slurm and follows their jobs; the runs' folders must be seen under the same paths
 * from here and from the nodes.
 *
 * <p>A job that was submitted earlier and has not ended is found again and followed, not submitted
 * twice. Slurm may stop a job and start it again as it likes: the run goes on from its checkpoint.
 * What the run itself wrote down of its end counts for more than what Slurm says.
 */
public final class Slurm implements Launcher, AutoCloseable {
    static final String ID = "slurm";

    private static final String SUBMITTED = "It is being submitted to Slurm.";

    private final SlurmSettings settings;
    private final SlurmQueue queue;
    private final Function<ExperimentSpec, JobRequest> requests;
    private final Consumer<String> trouble;
    private final Pace pace;
    private final Map<RunFolder, FollowedJob> followed = new LinkedHashMap<>();
    private final Map<RunFolder, String> told = new HashMap<>();
    private final UnheardJobs unheard = new UnheardJobs();
    private String complaint = "";
    private boolean silent;
    private Map<String, JobStatus> seen = Map.of();
    private Long lookedAt;
    private boolean answered;
    private final Timer timer = new Timer(ID, true);

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
                Pace.of(Duration.ofSeconds(settings.everySeconds())));
    }

    Slurm(
            SlurmSettings settings,
            SlurmShell shell,
            Function<ExperimentSpec, JobRequest> requests,
            Consumer<String> trouble,
            Pace pace) {
        this.settings = settings;
        this.queue = new SlurmQueue(shell);
        this.requests = requests;
        this.trouble = trouble;
        this.pace = pace;
        TimerTask look =
                new TimerTask() {
                    @Override
                    public void run() {
                        lookOrTell();
                    }
                };
        timer.schedule(look, pace.every().toMillis(), pace.every().toMillis());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "a job of Slurm" + (settings.host() == null ? "" : " on " + settings.host());
    }

    @Override
    public boolean detached() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where Slurm, which did answer before, does not now, a run that has a job keeps it.
     */
    @Override
    public synchronized boolean finds(RunFolder run) {
        try {
            return running(List.of(run)).containsKey(run);
        } catch (NoAnswerException e) {
            tellOrRefuse(e);
            return SlurmJob.of(run).isPresent();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where Slurm, which did answer before, does not now, the run is submitted at a later look.
     *
     * @throws UncheckedIOException if Slurm has not answered yet at all
     * @throws BadInputException with sbatch's words if it does not take the job
     */
    @Override
    public CompletableFuture<Void> launch(RunFolder run) {
        return launchUntil(FollowedJob.END, run);
    }

    @Override
    public synchronized CompletableFuture<Void> launchUntil(int step, RunFolder run) {
        FollowedJob already = followed.get(run);
        if (already != null && !already.end().isDone()) {
            return already.end();
        }
        FollowedJob one = new FollowedJob(run, step, pace);
        try {
            if (silent) { // each command may take a minute to find that out again
                one.waits(SUBMITTED);
            } else {
                begin(one);
            }
        } catch (NoAnswerException e) {
            tellOrRefuse(e);
            one.waits(SUBMITTED);
        }
        followed.put(run, one);
        return one.end();
    }

    private void tellOrRefuse(NoAnswerException e) {
        if (!answered) {
            throw e;
        }
        tell(e);
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
        unheard.refuseArrays(folder, seen);
        List<RunFolder> left =
                runs.stream()
                        .filter(run -> !running.containsKey(run))
                        .filter(run -> run.state().phase() != RunPhase.FINISHED)
                        .toList();
        if (left.isEmpty()) {
            return;
        }
        int size = queue.arraySize();
        if (size == 0) {
            throw new BadInputException("this Slurm takes no arrays; leave --array out");
        }
        for (int first = 0; first < left.size(); first += size) {
            Path script = folder.resolve(first == 0 ? "array.sh" : "array-" + first + ".sh");
            submitTasks(
                    left.subList(first, Math.min(first + size, left.size())), name, folder, script);
        }
    }

    private void submitTasks(List<RunFolder> runs, String name, Path folder, Path script) {
        JobRequest request = runs.stream().map(this::request).reduce(JobRequest::max).orElseThrow();
        AtomicFile.writeText(script, new JobScript(settings, request).of(runs, name, folder));
        runs.forEach(Slurm::clear);
        List<FollowedJob> tasks =
                runs.stream().map(run -> new FollowedJob(run, FollowedJob.END, pace)).toList();
        tasks.forEach(task -> task.waits(SUBMITTED));
        try {
            String array = queue.submit(script.toAbsolutePath().toString());
            for (int i = 0; i < runs.size(); i++) {
                new SlurmJob(array + "_" + i, settings.host()).keepIn(runs.get(i));
            }
        } catch (BadInputException refused) {
            tasks.forEach(task -> task.waits(refused.getMessage()));
            throw refused;
        }
        lookedAt = null; // the queue has changed
    }

    /** Follows the job that a run has, or submits one. */
    private void begin(FollowedJob one) {
        RunFolder run = one.run();
        String job = running(List.of(run)).get(run);
        if (job == null) {
            unheard.refuseArrays(run.path().getParent(), seen);
            Optional<String> found = unheard.of(run, seen);
            found.ifPresent(id -> new SlurmJob(id, settings.host()).keepIn(run));
            job = found.orElseGet(() -> submit(one));
        }
        one.follow(job);
    }

    /** Noted first: once the job is there, it is the run that writes into its log. */
    private String submit(FollowedJob one) {
        RunFolder run = one.run();
        JobScript script = new JobScript(settings, request(run));
        AtomicFile.writeText(
                run.jobScript(),
                one.until() == FollowedJob.END ? script.of(run) : script.until(one.until(), run));
        clear(run);
        one.waits(SUBMITTED);
        try {
            String job = queue.submit(run.jobScript().toAbsolutePath().toString());
            new SlurmJob(job, settings.host()).keepIn(run);
            return job;
        } catch (BadInputException refused) {
            one.waits(refused.getMessage());
            throw refused;
        }
    }

    private static void clear(RunFolder run) {
        run.clearRequests();
        run.forgetJob();
    }

    private JobRequest request(RunFolder run) {
        return requests.apply(run.frozen().spec());
    }

    /**
     * The jobs of runs that were submitted earlier and have not ended.
     *
     * @throws BadInputException if one was submitted through another host: this queue may be
     *     another cluster's
     */
    private Map<RunFolder, String> running(List<RunFolder> runs) {
        Map<RunFolder, String> jobs = new HashMap<>();
        for (RunFolder run : runs) {
            SlurmJob.of(run)
                    .filter(job -> job.isOf(settings.host()) || !over(run))
                    .ifPresent(job -> jobs.put(run, job.idIn(settings.host(), run)));
        }
        Map<String, JobStatus> known = lately(Set.copyOf(jobs.values()));
        jobs.values().removeIf(job -> !known.containsKey(job) || known.get(job).state().ended());
        return jobs;
    }

    /** True if the run, or whoever followed it, wrote down that its job has ended. */
    private static boolean over(RunFolder run) {
        RunPhase phase = run.state().phase();
        return phase.ended() && phase != RunPhase.DIED;
    }

    /** What the last look saw, if that was a moment ago: many runs are found again one by one. */
    private Map<String, JobStatus> lately(Set<String> jobs) {
        long now = pace.nanos().getAsLong();
        boolean fresh = lookedAt != null && now - lookedAt < pace.every().toNanos();
        if (!fresh || !seen.keySet().containsAll(jobs)) {
            ask(jobs);
        }
        return seen;
    }

    private void ask(Set<String> jobs) {
        seen = queue.look(jobs);
        lookedAt = pace.nanos().getAsLong();
        answered = true;
        silent = false;
    }

    /** A fault of ours must not end the timer: whoever follows would wait for ever. */
    private void lookOrTell() {
        try {
            look();
        } catch (RuntimeException e) {
            tell("a look at the jobs of Slurm failed: " + e);
        }
    }

    /** One look at all jobs that are followed; what goes wrong is told, once, and tried again. */
    synchronized void look() {
        followed.values().removeIf(one -> one.end().isDone());
        if (followed.isEmpty()) {
            return;
        }
        try {
            ask(followed.values().stream().flatMap(one -> one.job().stream()).collect(toSet()));
            List<String> unwanted = new ArrayList<>();
            for (FollowedJob one : followed.values()) {
                if (looked(one)) {
                    one.job().ifPresent(unwanted::add);
                }
            }
            if (!unwanted.isEmpty()) {
                queue.cancel(unwanted);
            }
            complaint = silent ? complaint : "";
        } catch (NoAnswerException e) {
            tell(e); // nothing is known now, and nothing is concluded from that
        } catch (BadInputException e) {
            tell(e.getMessage());
        }
    }

    /** One run's trouble, such as that its folder was deleted, is not the others'. */
    private boolean looked(FollowedJob one) {
        try {
            boolean unwanted = one.job().isPresent() ? one.look(seen) : submitted(one);
            told.remove(one.run());
            return unwanted;
        } catch (NoAnswerException e) {
            tell(e);
            return false;
        } catch (UncheckedIOException | BadInputException e) {
            String sentence = one.run().path() + ": " + e.getMessage();
            if (!sentence.equals(told.put(one.run(), sentence))) {
                trouble.accept(sentence);
            }
            return false;
        }
    }

    /** Tries again what could not be submitted; it is wanted no more if it has no job then. */
    private boolean submitted(FollowedJob one) {
        if (one.run().cancelRequested()) {
            one.cancel();
            return false;
        }
        try {
            if (!silent) {
                begin(one);
            }
        } catch (BadInputException refused) {
            one.fail(refused.getMessage());
            throw refused;
        }
        return false;
    }

    private void tell(NoAnswerException e) {
        silent = true;
        lookedAt = null; // it may have done all the same what it was asked last
        tell(e.getMessage());
    }

    private void tell(String sentence) {
        if (!sentence.equals(complaint)) {
            complaint = sentence;
            trouble.accept(sentence);
        }
    }

    /** Follows no longer; the jobs go on. */
    @Override
    public void close() {
        timer.cancel();
    }
}
