package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The memory of this process that really lies in the machine's, as Linux tells it; other systems
 * tell nothing.
 *
 * @param status the process's status file: {@code /proc/self/status}
 */
public record ResidentMemory(Path status) {
    private static final int KIBIBYTES_PER_MEBIBYTE = 1024;

    /** This process's. */
    public ResidentMemory() {
        this(Path.of("/proc/self/status"));
    }

    /** Now, in MiB. */
    public OptionalLong now() {
        return mebibytes("VmRSS:");
    }

    /** The most so far, in MiB. */
    public OptionalLong peak() {
        return mebibytes("VmHWM:");
    }

    private OptionalLong mebibytes(String key) {
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        return lines().stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .map(kibibytes -> kibibytes / KIBIBYTES_PER_MEBIBYTE)
                .findFirst();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(status);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + status + ": " + e.getMessage(), e);
        }
    }
}
