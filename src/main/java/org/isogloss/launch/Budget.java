package org.isogloss.launch;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.isogloss.base.Cancellation;

/** Asks work to stop when its time is spent, counted from the making of this. */
public final class Budget implements Cancellation {
    private final Duration time;
    private final LongSupplier nanoTime;
    private final long begun;

    /**
     * @param time what may be spent; null for as much as it takes
     * @param nanoTime a clock that does not jump, in nanoseconds
     */
    public Budget(Duration time, LongSupplier nanoTime) {
        this.time = time;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public boolean requested() {
        return time != null && nanoTime.getAsLong() - begun >= time.toNanos();
    }
}
