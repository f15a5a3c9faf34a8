package org.isogloss.ui.runs;

import java.time.Instant;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.report.RunHistory;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;
import org.isogloss.run.RunWatch;

/** Follows one run's log; looked at by one thread at a time. */
final class RunFollower {
    private final RunFolder folder;
    private final ExperimentSpec spec;
    private final RunHistory history = new RunHistory();
    private final RunWatch watch;
    private boolean ended;
    private Instant created = Instant.EPOCH;
    private int checkpoint;

    RunFollower(RunFolder folder) {
        this.folder = folder;
        this.spec = folder.frozen().spec();
        this.watch = folder.watch();
    }

    RunFolder folder() {
        return folder;
    }

    ExperimentSpec spec() {
        return spec;
    }

    RunHistory history() {
        return history;
    }

    /** True if nothing is expected of the run, so that it need not be looked at so often. */
    boolean quiet() {
        return ended;
    }

    /** When its folder was made; the epoch before that has been read. */
    Instant created() {
        return created;
    }

    /**
     * Reads what is new.
     *
     * @param place its place among those of its study that waited when they were last looked at
     */
    RunNews look(boolean inStudy, int place) {
        for (LoggedEvent logged : watch.look()) {
            if (created.equals(Instant.EPOCH)) {
                created = logged.at();
            }
            if (logged.event() instanceof RunEvent.Checkpointed saved) {
                checkpoint = saved.step();
            }
            history.take(logged.event());
        }
        RunState seen = watch.state();
        ended = seen.phase().ended() && seen.phase() != RunPhase.DIED;
        return new RunNews(
                seen,
                created,
                checkpoint,
                !ended && folder.pauseRequested(),
                !ended && folder.cancelRequested(),
                inStudy,
                seen.phase() == RunPhase.WAITING ? place : 0);
    }
}
