package org.isogloss.base;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this machine has to offer. */
public final class Machine {
    private Machine() {}

    /** Physical memory in bytes; in a container, what it may use. */
    public static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
