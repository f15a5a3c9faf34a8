package org.isogloss.ui.shell;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The last door for what no other caught: it is shown once and printed; the same error again within
 * a second, as a drawing that fails at every pulse makes it, is folded into the first.
 */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final long FOLDED = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<Throwable> window;
    private final PrintStream out;
    private final LongSupplier clock;
    private String last = "";
    private long at;

    /**
     * @param window shows an error; called on any thread
     * @param out takes stack traces
     * @param clock in nanoseconds
     */
    UncaughtErrors(Consumer<Throwable> window, PrintStream out, LongSupplier clock) {
        this.window = window;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable error) {
        long now = clock.getAsLong();
        boolean again = error.toString().equals(last) && now - at < FOLDED;
        last = error.toString();
        at = now;
        if (!again) {
            out.print("isogloss: in thread " + thread.getName() + ": ");
            error.printStackTrace(out);
            window.accept(error);
        }
    }
}
