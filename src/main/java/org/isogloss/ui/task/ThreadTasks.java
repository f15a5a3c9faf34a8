package org.isogloss.ui.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Background work on four daemon threads: what takes long leaves some to what is quick. */
public final class ThreadTasks implements BackgroundTasks, AutoCloseable {
    private static final int THREADS = 4;

    private final ScheduledExecutorService workers;
    private final Executor window;
    private final Consumer<Throwable> errors;

    /**
     * @param window runs what it is given on the window's thread: {@code Platform::runLater}
     * @param errors takes what work threw, on the window's thread
     */
    public ThreadTasks(Executor window, Consumer<Throwable> errors) {
        this.window = window;
        this.errors = errors;
        AtomicInteger number = new AtomicInteger();
        workers =
                Executors.newScheduledThreadPool(
                        THREADS,
                        work -> {
                            Thread thread = new Thread(work, "task-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended) {
        start(workers, work, done, ended);
    }

    @Override
    public <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done) {
        AtomicBoolean stopped = new AtomicBoolean();
        again(workers, rest, work, done, stopped);
        return () -> stopped.set(true);
    }

    /** Takes no more work, which is then passed over; what runs is left to end. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private <T> void again(
            Executor when, Duration rest, Supplier<T> work, Consumer<T> done, AtomicBoolean stop) {
        start(
                when,
                work,
                result -> {
                    if (!stop.get()) {
                        done.accept(result);
                    }
                },
                () -> {
                    if (!stop.get() && !workers.isShutdown()) {
                        again(after(rest), rest, work, done, stop);
                    }
                });
    }

    private Executor after(Duration rest) {
        return CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS, workers);
    }

    private <T> void start(Executor when, Supplier<T> work, Consumer<T> done, Runnable ended) {
        if (workers.isShutdown()) {
            return; // the window closes, and nobody waits for the result
        }
        CompletableFuture.supplyAsync(work, when)
                .thenAcceptAsync(done, window)
                .whenCompleteAsync(
                        (nothing, error) -> {
                            if (error != null) {
                                errors.accept(cause(error));
                            }
                            ended.run();
                        },
                        window)
                .exceptionally(reported -> null);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null
                ? error.getCause()
                : error;
    }
}
