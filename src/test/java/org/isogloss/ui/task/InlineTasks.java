package org.isogloss.ui.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs everything at once on the caller's thread; what work throws reaches the test. */
public final class InlineTasks implements BackgroundTasks {
    private final List<Runnable> repeated = new ArrayList<>();

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended) {
        try {
            done.accept(work.get());
        } finally {
            ended.run();
        }
    }

    @Override
    public <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done) {
        Runnable once = () -> done.accept(work.get());
        repeated.add(once);
        once.run();
        return () -> repeated.remove(once);
    }

    /** Runs everything repeated once more. */
    public void tick() {
        List.copyOf(repeated).forEach(Runnable::run);
    }

    /** How many repetitions have not been stopped. */
    public int repeating() {
        return repeated.size();
    }
}
