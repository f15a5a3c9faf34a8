package org.isogloss.run.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tells machines apart whose speeds must not be mixed up, where a home folder is shared.
 *
 * @param name the processor's model, or its architecture where the system does not tell
 * @param cores cores this process may use
 */
public record Processor(String name, int cores) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** The processor of this machine. */
    public static Processor here() {
        return new Processor(name(LINUX), Runtime.getRuntime().availableProcessors());
    }

    static String name(Path cpuinfo) {
        Optional<String> model = Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
        if (Files.isReadable(cpuinfo)) {
            try (Stream<String> lines = Files.lines(cpuinfo)) {
                model =
                        lines.filter(line -> line.startsWith("model name"))
                                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                                .findFirst();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + cpuinfo, e);
            }
        }
        return model.orElseGet(() -> System.getProperty("os.arch"));
    }
}
