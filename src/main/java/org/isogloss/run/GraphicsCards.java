package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.encoder.CudaLibraries;

/**
 * The graphics cards a run could compute on, found out by looking at files: starting the engine to
 * ask it would load native code into the window's process.
 *
 * @param names by number from 0; none if none is usable
 * @param problem why none is, in a sentence, or empty
 */
public record GraphicsCards(List<String> names, String problem) {
    private static final Path DRIVER = Path.of("/proc/driver/nvidia");
    private static final Path WINDOWS_DRIVER = Path.of("C:\\Windows\\System32\\nvcuda.dll");

    public GraphicsCards {
        names = List.copyOf(names);
    }

    /** Looks at this machine. */
    public static GraphicsCards look() {
        boolean windows = Files.exists(WINDOWS_DRIVER);
        return windows
                ? of(List.of("NVIDIA"), CudaLibraries.problem())
                : of(named(DRIVER), CudaLibraries.problem());
    }

    static GraphicsCards of(List<String> found, Optional<String> libraries) {
        if (found.isEmpty()) {
            return new GraphicsCards(
                    List.of(),
                    "No graphics card: this machine has no NVIDIA driver that shows one.");
        }
        return libraries
                .map(problem -> new GraphicsCards(List.of(), problem))
                .orElseGet(() -> new GraphicsCards(found, ""));
    }

    /** The cards as the Linux driver lists them, in the order of their places on the bus. */
    static List<String> named(Path driver) {
        Path cards = driver.resolve("gpus");
        if (!Files.isDirectory(cards)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(cards)) {
            return folders.sorted().map(GraphicsCards::name).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + cards, e);
        }
    }

    private static String name(Path card) {
        Path information = card.resolve("information");
        try (Stream<String> lines = Files.lines(information)) {
            return lines.filter(line -> line.startsWith("Model:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("NVIDIA");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + information, e);
        }
    }
}
