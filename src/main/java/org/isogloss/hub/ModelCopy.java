package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;

/** A plain folder of a model, without links, to be taken anywhere. */
public final class ModelCopy {
    private final Path to;

    /**
     * @param to a new folder
     * @throws BadInputException if something is there already
     */
    public ModelCopy(Path to) {
        this.to = to.toAbsolutePath().normalize();
        if (Files.exists(this.to) && !isEmptyFolder()) {
            throw BadInputException.in(to, "is there already; name a new folder");
        }
    }

    private boolean isEmptyFolder() {
        if (!Files.isDirectory(to)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(to)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + to + ": " + e.getMessage(), e);
        }
    }

    /**
     * Copies a model's files aside, then moves the whole folder to its place.
     *
     * @throws CancellationException if asked to stop; nothing is left then
     */
    public Path make(ModelListing listing, Path snapshot, Cancellation stop) {
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path aside = to.resolveSibling(to.getFileName() + "." + unique + ".part");
        try {
            ModelHub.requireSpace(to, listing.size(), "name a folder on another disk with --to");
            try {
                for (HubFile file : listing.files()) {
                    stop.check();
                    Path place = aside.resolve(file.path());
                    Files.createDirectories(place.getParent());
                    Files.copy(snapshot.resolve(file.path()).toRealPath(), place);
                }
                Files.deleteIfExists(to);
                AtomicFile.move(aside, to);
            } finally {
                delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to + ": " + e.getMessage(), e);
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
