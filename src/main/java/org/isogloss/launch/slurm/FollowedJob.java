package org.isogloss.launch.slurm;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;
import org.isogloss.run.RunWatch;

/**
 * A run whose job is followed: what Slurm says of the job is written down in the run's log, where
 * the run does not say it itself.
 */
final class FollowedJob {
    /** No training step: the run goes on to its end. */
    static final int END = Integer.MAX_VALUE;

    private final RunFolder run;
    private final int until;
    private final RunWatch watch;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Pace pace;
    private String job;
    private String said = "";
    private Long endedAt;

    /**
     * A run that has no job yet.
     *
     * @param until the training step it stops after, or {@link #END}
     */
    FollowedJob(RunFolder run, int until, Pace pace) {
        this.run = run;
        this.until = until;
        this.watch = run.watch();
        this.pace = pace;
    }

    RunFolder run() {
        return run;
    }

    /** The training step it stops after, or {@link #END}. */
    int until() {
        return until;
    }

    /** Its job; empty while it has none. */
    Optional<String> job() {
        return Optional.ofNullable(job);
    }

    /** Completed when the job has ended, however it ended. */
    CompletableFuture<Void> end() {
        return end;
    }

    void follow(String itsJob) {
        job = itsJob;
        watch.look();
    }

    /** Why it has no job yet, in a sentence; told once. */
    void waits(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            note(new RunEvent.Queued(Slurm.ID, job().orElse(""), sentence));
        }
    }

    /** No job can be had for it. */
    void fail(String sentence) {
        endWith(new RunEvent.Failed(sentence));
    }

    /** Nobody wants it any more, and it has no job. */
    void cancel() {
        endWith(new RunEvent.Cancelled(watch.state().step()));
    }

    /**
     * Takes in what Slurm says of jobs.
     *
     * @return true if this one is not wanted any more, and no process of the run could end it
     */
    boolean look(Map<String, JobStatus> known) {
        boolean silent = watch.look().isEmpty();
        JobStatus status = status(known);
        if (status.state().ended()) {
            ended(status);
            return false;
        }
        endedAt = null;
        if (status.state() != SlurmState.PENDING) {
            said = "";
        } else if (silent) { // else it began a moment ago, and its process writes
            waits(status.sentence(job));
        }
        return run.cancelRequested() && !begun(status);
    }

    /** True if a process of the run is there to see what is asked of it: no setup line does. */
    private boolean begun(JobStatus status) {
        RunPhase phase = watch.state().phase();
        return status.state() != SlurmState.PENDING
                && phase != RunPhase.WAITING
                && phase != RunPhase.DIED;
    }

    /** What Slurm says of the job or, where nobody knows it any more, its script. */
    private JobStatus status(Map<String, JobStatus> known) {
        JobStatus status = known.get(job);
        if (status != null) {
            return status;
        }
        Optional<Integer> code = run.jobExit(job);
        if (code.isEmpty() && watch.alive()) {
            return new JobStatus(SlurmState.RUNNING, "");
        }
        SlurmState state =
                code.map(exit -> exit == 0 ? SlurmState.COMPLETED : SlurmState.FAILED)
                        .orElse(SlurmState.GONE);
        return new JobStatus(state, "");
    }

    private void ended(JobStatus status) {
        if (endedAt == null) {
            endedAt = pace.nanos().getAsLong();
        }
        RunState state = watch.state();
        RunPhase phase = state.phase();
        boolean stopped = phase == RunPhase.WAITING && state.step() >= until;
        Duration since = Duration.ofNanos(pace.nanos().getAsLong() - endedAt);
        if (phase == RunPhase.FINISHED
                || phase == RunPhase.FAILED
                || phase == RunPhase.CANCELLED
                || stopped) {
            end.complete(null);
        } else if (since.compareTo(pace.patience()) >= 0) {
            endWith(
                    status.state() == SlurmState.CANCELLED || run.cancelRequested()
                            ? new RunEvent.Cancelled(watch.state().step())
                            : new RunEvent.Failed(status.sentence(job)));
        }
    }

    private void endWith(RunEvent event) {
        try {
            note(event);
        } finally {
            end.complete(null); // also where its folder was deleted
        }
    }

    private void note(RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
        watch.look();
    }
}
