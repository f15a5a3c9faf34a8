package org.isogloss.training;

import java.nio.file.Path;

/** Hears what happens in training; called on the training thread, between steps. */
public interface TrainingListener {
    /** A step was taken. */
    void step(StepReport report);

    /** The held-out batches were looked at. */
    void validated(ValidationReport report);

    /** A checkpoint was written whole. */
    void checkpoint(int step, Path folder);

    /** The weights stand still to be looked at, and must be left as they are. */
    default void probed(int step) {}

    /** Training goes on from a checkpoint. */
    default void resumed(int step, Path folder) {}

    /** Training waits after a step; with {@code false} it goes on. */
    default void paused(int step, boolean waiting) {}

    /** Something is wrong that training can live with. */
    default void warned(String message) {}
}
