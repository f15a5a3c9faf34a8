package org.isogloss.launch;

import java.util.concurrent.CompletableFuture;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;

/** Starts a run's process somewhere. */
public interface Launcher {
    /** Its id in files and on the command line. */
    String id();

    /** What it does, in a sentence. */
    String description();

    /**
     * Starts the process of a run and returns at once; the process outlives this one.
     *
     * @return completed when the process has ended, however it ended
     * @throws java.io.UncheckedIOException if no process could be started
     */
    CompletableFuture<Void> launch(RunFolder run);

    /**
     * Starts the process of a run to train as far as a step and to stop there.
     *
     * @return completed when the process has ended, however it ended
     * @throws BadInputException if runs cannot be stopped at a step there
     */
    default CompletableFuture<Void> launchUntil(int step, RunFolder run) {
        throw new BadInputException(
                "halving stops runs after a number of steps, which cannot be done by "
                        + description()
                        + "; leave \"halving\" out of the study, or run it on this machine");
    }

    /**
     * True if a process that was started for the run earlier, here or by an Isogloss that is gone,
     * has not ended; {@link #launch} then follows it instead of starting another.
     */
    default boolean finds(RunFolder run) {
        return false;
    }

    /** True if runs go on when whoever launched them is stopped; else they are asked to stop. */
    default boolean detached() {
        return false;
    }
}
