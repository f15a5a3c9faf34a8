package org.isogloss.run.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;

/**
 * Times work in several windows, after a warm-up that does not count.
 *
 * @param count windows
 * @param seconds the least length of a window; the work begun last is finished within it
 */
record Windows(int count, double seconds) {
    private static final int WARM_UP = 2;
    private static final double NANOS = 1e9;

    /** Long enough for a median, short enough to wait for. */
    static final Windows STANDARD = new Windows(5, 1.5);

    /**
     * Does a piece of work again and again.
     *
     * @param work does it once and tells how many units that were
     */
    Rate measure(String what, DoubleSupplier work, Progress progress, Cancellation stop) {
        progress.at(what, 0, count);
        double warm = 0;
        for (int i = 0; i < WARM_UP; i++) {
            stop.check();
            warm += work.getAsDouble();
        }
        if (!(warm > 0)) {
            throw new IllegalArgumentException("'" + what + "' does no work to be measured");
        }
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double[] byWall = new double[count];
        double[] byProcessor = new double[count];
        for (int window = 0; window < count; window++) {
            long processor = system.getProcessCpuTime();
            long start = System.nanoTime();
            double units = 0;
            do {
                stop.check();
                units += work.getAsDouble();
            } while (System.nanoTime() - start < seconds * NANOS);
            long elapsed = System.nanoTime() - start;
            long computed = Math.max(1, system.getProcessCpuTime() - processor);
            byWall[window] = units * NANOS / elapsed;
            byProcessor[window] = units * NANOS / computed;
            progress.at(what, window + 1L, count);
        }
        return new Rate(Spread.of(byWall), Spread.of(byProcessor));
    }
}
