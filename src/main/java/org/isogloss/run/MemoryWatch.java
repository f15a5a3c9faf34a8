package org.isogloss.run;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Looks at the memory of this process now and then; not thread-safe. */
final class MemoryWatch {
    private static final long REST = TimeUnit.SECONDS.toNanos(1);
    private static final long MEBIBYTE = 1L << 20;

    private final ResidentMemory memory = new ResidentMemory();
    private long looked = System.nanoTime() - REST;

    /** Bytes in main memory; null if it was looked at within a second, or the system is silent. */
    Long look() {
        long now = System.nanoTime();
        if (now - looked < REST) {
            return null;
        }
        looked = now;
        OptionalLong mebibytes = memory.now();
        return mebibytes.isPresent() ? (Long) (mebibytes.getAsLong() * MEBIBYTE) : null;
    }
}
