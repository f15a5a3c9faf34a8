package org.isogloss.ui.task;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Background work of which only the latest result counts: while one piece runs, of all that are
 * asked for only the last is kept, and runs next. Used on the window's thread.
 *
 * @param <T> what the work comes to
 */
public final class LatestTask<T> {
    private final BackgroundTasks tasks;
    private final Consumer<T> done;
    private Optional<Supplier<T>> next = Optional.empty();
    private boolean running;

    /**
     * @param done takes each result on the window's thread
     */
    public LatestTask(BackgroundTasks tasks, Consumer<T> done) {
        this.tasks = tasks;
        this.done = done;
    }

    /** Asks for work in place of any that has not begun. */
    public void ask(Supplier<T> work) {
        next = Optional.of(work);
        if (!running) {
            begin();
        }
    }

    private void begin() {
        Supplier<T> work = next.orElseThrow();
        next = Optional.empty();
        running = true;
        tasks.run(
                work,
                done,
                () -> {
                    running = false;
                    if (next.isPresent()) {
                        begin();
                    }
                });
    }
}
