package org.isogloss.launch;

import java.util.concurrent.CompletableFuture;
import org.isogloss.run.RunFolder;

/** Starts a run when the one before has ended, whoever asks: for a machine that others use too. */
public final class OneAtATime implements Launcher {
    private final Launcher launcher;
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

    /** Lets another launcher start the runs. */
    public OneAtATime(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public String id() {
        return launcher.id();
    }

    @Override
    public String description() {
        return launcher.description() + ", one run after the other";
    }

    @Override
    public synchronized CompletableFuture<Void> launch(RunFolder run) {
        // A run that failed says so in its own log; the next one is started all the same.
        before =
                before.<Void>handle((done, failure) -> null)
                        .thenCompose(done -> launcher.launch(run));
        return before;
    }
}
