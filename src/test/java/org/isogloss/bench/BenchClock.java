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

    /**
     * Prints what was done since.
     *
     * @param value what both sides must agree on
     * @param units how much work it was
     */
    public void print(int step, double value, double units) {
        double seconds = (System.nanoTime() - wall) / 1e9;
        double cpu = (system.getProcessCpuTime() - processor) / 1e9;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.put("value", value);
        line.put("units", units);
        line.put("seconds", seconds);
        line.put("cpu", cpu);
        System.out.println(JsonFile.line(line));
    }
}
