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
 * @param place its place among the runs of its study that wait for their turn, from 1; 0 if it does
 *     not wait
 */
record RunNews(
        RunState state,
        Instant created,
        int checkpoint,
        boolean pauseAsked,
        boolean cancelAsked,
        boolean inStudy,
        int place) {

    RunPhase phase() {
        return state.phase();
    }

    /** True if its last training step is done, and its results are not. */
    boolean isScored() {
        return phase() == RunPhase.RUNNING && state.steps() > 0 && state.step() == state.steps();
    }

    /** True if it takes training steps, the only work that looks for a pause. */
    boolean mayPause() {
        boolean trains = phase() == RunPhase.RUNNING && state.step() < state.steps();
        return trains && !pauseAsked && !cancelAsked;
    }

    /** True if it stands still, or will, because it was asked to. */
    boolean mayResume() {
        return pauseAsked && !phase().ended() && !cancelAsked;
    }

    /** True if it can be asked to stop. */
    boolean mayCancel() {
        boolean comes = phase() != RunPhase.WAITING || inStudy || queued();
        return !phase().ended() && comes && !cancelAsked;
    }

    /** True if it waits for a scheduler, which said why; that needs no process here. */
    boolean queued() {
        return phase() == RunPhase.WAITING && !state.message().isEmpty();
    }

    /** True if it waits, and nobody is to start it any more. */
    boolean forsaken() {
        return phase() == RunPhase.WAITING && !inStudy && (!queued() || cancelAsked);
    }

    /** True if nothing more happens unless it is started again. */
    boolean mayStart() {
        return forsaken() || (phase().ended() && phase() != RunPhase.FINISHED);
    }
}
