package org.isogloss.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.base.JsonFile;

/** Wall and processor time since it was made, told as a line that {@code fitness.py} reads. */
public final class BenchClock {
    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long processor = system.getProcessCpuTime();
    private final long wall = System.nanoTime();
    private double seconds;
    private double cpu;

    /** Ends what is measured; what follows is not. */
    public void stop() {
        seconds = (System.nanoTime() - wall) / 1e9;
        cpu = (system.getProcessCpuTime() - processor) / 1e9;
    }

    /**
     * Prints what was done since.
     *
     * @param value what both sides must agree on
     * @param units how much work it was
     */
    public void print(int step, double value, double units) {
        if (seconds == 0) {
            stop();
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.put("value", value);
        line.put("units", units);
        line.put("seconds", seconds);
        line.put("cpu", cpu);
        System.out.println(JsonFile.line(line));
    }
}
