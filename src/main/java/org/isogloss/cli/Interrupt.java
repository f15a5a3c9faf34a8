package org.isogloss.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.isogloss.base.Cancellation;

/**
 * Turns Ctrl-C into an orderly stop: work sees the request, saves what it has and returns, and the
 * process then ends with the exit code for "cancelled".
 */
final class Interrupt implements Cancellation, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interrupt");
    private volatile boolean requested;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean requested() {
        return requested;
    }

    private void stop() {
        requested = true;
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(CliErrors.CANCELLED);
            }
            Runtime.getRuntime().halt(ExitCode.CANCELLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook sees to how.
        }
    }
}
