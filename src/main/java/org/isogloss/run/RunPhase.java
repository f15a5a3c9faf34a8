package org.isogloss.run;

import java.util.Locale;
import org.isogloss.experiment.Study;

/** Where a run stands. */
public enum RunPhase {
    /** Its folder is there; no process has been started, or a scheduler is to start it again. */
    WAITING,
    /** A process was started and has not begun to train. */
    STARTING,
    /** It trains or is scored. */
    RUNNING,
    /** It stands still because it was asked to. */
    PAUSED,
    /** Its process is there but has been silent for longer than it ever should. */
    LOST,
    /** It ended because it was asked to. */
    CANCELLED,
    /** Its study went on with other rows that did better; it can still be trained to its end. */
    DROPPED,
    /** It ended with an error it could still report. */
    FAILED,
    /** Its process is gone without having said why: killed, or crashed in native code. */
    DIED,
    /** Its results are there. */
    FINISHED;

    /** Its name in print and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if a study, as it is written now, wants no more of a run that stands here. */
    public boolean doneIn(Study study) {
        return this == FINISHED || (this == DROPPED && study.halving() != null);
    }

    /** True if nothing more will happen unless the run is started again. */
    public boolean ended() {
        return this == CANCELLED
                || this == DROPPED
                || this == FAILED
                || this == DIED
                || this == FINISHED;
    }
}
