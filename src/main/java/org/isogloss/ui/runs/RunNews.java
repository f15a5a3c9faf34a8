package org.isogloss.ui.runs;

import java.time.Instant;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/**
 * How a run stands, and what has been asked of it.
 *
 * @param state its events folded
 * @param created when its folder was made; the epoch if its log does not say
 * @param checkpoint the step of the last checkpoint, 0 for none
 * @param pauseAsked true if it has been asked to stand still
 * @param cancelAsked true if it has been asked to stop
 * @param inStudy true if a process works through its study and will start it in its turn
 */
record RunNews(
        RunState state,
        Instant created,
        int checkpoint,
        boolean pauseAsked,
        boolean cancelAsked,
        boolean inStudy) {

    RunPhase phase() {
        return state.phase();
    }

    /** True if it is at work and has not been asked to stand still. */
    boolean mayPause() {
        boolean works = phase() == RunPhase.RUNNING || phase() == RunPhase.STARTING;
        return works && !pauseAsked && !cancelAsked;
    }

    /** True if it stands still, or will, because it was asked to. */
    boolean mayResume() {
        return pauseAsked && !phase().ended() && !cancelAsked;
    }

    /** True if it can be asked to stop. */
    boolean mayCancel() {
        boolean comes = phase() != RunPhase.WAITING || inStudy;
        return !phase().ended() && comes && !cancelAsked;
    }

    /** True if nothing more happens unless it is started again. */
    boolean mayStart() {
        boolean forgotten = phase() == RunPhase.WAITING && !inStudy;
        return forgotten || (phase().ended() && phase() != RunPhase.FINISHED);
    }
}
