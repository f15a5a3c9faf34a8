package org.isogloss.run.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;

/**
 * The folder measurements are kept in, one file for each device, number of threads and backbone's
 * shape; a newer one replaces an older of the same.
 *
 * @param folder usually {@code isogloss/bench} in the home folder; made when first written to
 */
public record Measurements(Path folder) {
    private static final String END = ".json";

    /** Keeps a measurement and returns its file. */
    public Path keep(Measurement measurement) {
        Path file = folder.resolve(name(measurement) + END);
        JsonFile.write(file, measurement);
        return file;
    }

    /** What was measured on this machine with a device and a number of threads. */
    public List<Measurement> on(Processor processor, String device, int threads) {
        return all().stream()
                .filter(
                        one ->
                                one.processor().equals(processor)
                                        && one.device().equals(device)
                                        && one.threads() == threads)
                .toList();
    }

    /** All that can be read; one of another version or a damaged one is passed over. */
    private List<Measurement> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Measurement> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(END)).sorted().toList()) {
                try {
                    all.add(JsonFile.read(file, Measurement.class));
                } catch (BadInputException unreadable) {
                    // it is measured again when asked for; until then there is none
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return all;
    }

    private static String name(Measurement one) {
        Shape shape = one.backbone();
        String processor =
                Integer.toHexString(one.processor().hashCode()); // homes are shared by machines
        return String.join(
                "-",
                one.device().replace(":", ""),
                one.threads() + "threads",
                shape.layers() + "x" + shape.hidden() + "x" + shape.feedForward(),
                "v" + shape.vocabulary(),
                "p" + shape.positions(),
                processor);
    }
}
