package org.isogloss.ui.task;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs work off the window's thread and brings its result back to it.
 *
 * <p>What the work throws goes to the one door for errors given at construction; callers handle
 * none.
 */
public interface BackgroundTasks {

    /**
     * Runs work once.
     *
     * @param work runs on another thread
     * @param done takes its result on the window's thread; not called if the work throws
     */
    default <T> void run(Supplier<T> work, Consumer<T> done) {
        run(work, done, () -> {});
    }

    /**
     * Runs work once and tidies up whether or not it succeeds.
     *
     * @param work runs on another thread
     * @param done takes its result on the window's thread; not called if the work throws
     * @param ended called last on the window's thread, for a busy mark to be taken away
     */
    <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended);

    /**
     * Runs work now and again and again, with a rest in between, until stopped.
     *
     * @param rest from one end to the next start
     */
    <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done);

    /** Repeated work that can be ended; no result arrives after {@link #stop}. */
    @FunctionalInterface
    interface Repetition {
        void stop();
    }
}
