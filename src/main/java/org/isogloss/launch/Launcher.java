package org.isogloss.launch;

import java.util.concurrent.CompletableFuture;
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
}
