package org.isogloss.base;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine has to offer. */
public final class Machine {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    /** Physical memory in bytes; in a container, what it may use. */
    public static long memory() {
        return system().getTotalMemorySize();
    }

    /**
     * Memory that is free or would be if it were asked for, in bytes. Linux counts as such what it
     * only keeps of files it read; elsewhere that is not known and left out.
     */
    public static long availableMemory() {
        long free = system().getFreeMemorySize();
        try (Stream<String> lines = Files.lines(MEMORY)) {
            long kibibytes =
                    lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0);
            return Math.min(memory(), Math.max(free, 1024 * kibibytes));
        } catch (IOException e) {
            return free; // another system than Linux
        }
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
