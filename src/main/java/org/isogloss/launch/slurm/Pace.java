package org.isogloss.launch.slurm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often Slurm is asked, and how long is waited for a run's own word.
 *
 * @param every between two looks at the queue
 * @param patience after a job has ended: a network file system may show the run's last lines late
 * @param nanos a time in nanoseconds that only ever grows
 */
record Pace(Duration every, Duration patience, LongSupplier nanos) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A look every so often. */
    static Pace of(Duration every) {
        return new Pace(every, PATIENCE, System::nanoTime);
    }
}
