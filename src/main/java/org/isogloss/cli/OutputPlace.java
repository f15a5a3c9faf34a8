package org.isogloss.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;

/** Checks before long work that its results can be written where they shall go. */
final class OutputPlace {
    private OutputPlace() {}

    /**
     * Checks the place of a file; folders above it may be missing.
     *
     * @throws BadInputException if it cannot be written there
     */
    static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw BadInputException.in(file, "is a folder; name a file to write");
        }
        requireFolder(file.toAbsolutePath().getParent());
    }

    /**
     * Checks a folder, which may be missing but must not hold anything.
     *
     * @throws BadInputException if it does, or files cannot be written there
     */
    static void requireEmptyFolder(Path folder) {
        requireFolder(folder);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw BadInputException.in(
                        folder, "holds files already; name a new or an empty folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /**
     * Checks a folder, which may be missing.
     *
     * @throws BadInputException if files cannot be written there
     */
    static void requireFolder(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw BadInputException.in(existing, "is not a folder; nothing can be written in it");
        }
        if (!Files.isWritable(existing)) {
            throw BadInputException.in(existing, "may not be written to; choose another --out");
        }
    }
}
