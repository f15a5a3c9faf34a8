package org.isogloss.corpus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;

/**
 * The file the catalogue stands in: read anew for each look, and changed by one at a time, so that
 * a window and a terminal lose nothing to each other.
 *
 * <p>A file that is broken, or that a newer version wrote, is refused and left as it is.
 */
final class CatalogueFile {
    private static final int VERSION = 1;
    private static final long LOOK_EVERY_MS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;

    CatalogueFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * An entry, and what was last seen of its path.
     *
     * @param dataset the entry
     * @param outside what {@link org.isogloss.base.Fingerprint#outside} said when the content was
     *     last known to be the entry's
     */
    record Line(CatalogueEntry dataset, String outside) {
        Line {
            if (dataset == null || outside == null) {
                throw new BadInputException("an entry has no \"dataset\" or no \"outside\"");
            }
        }
    }

    /** The file as a whole. */
    private record Content(int version, List<Line> datasets) {
        Content {
            datasets = datasets == null ? List.of() : List.copyOf(datasets);
            Set<String> ids = new HashSet<>();
            for (Line line : datasets) {
                if (!ids.add(line.dataset().id())) {
                    throw new BadInputException("two data sets are called " + line.dataset().id());
                }
            }
        }
    }

    /**
     * What stands in the file now; nothing where there is none.
     *
     * @throws BadInputException if it cannot be understood
     */
    List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        int version;
        try {
            version = JsonFile.tree(file).path("version").asInt(0);
        } catch (BadInputException e) {
            throw broken(e);
        }
        if (version > VERSION) {
            throw BadInputException.in(
                    file,
                    "was written by a newer Isogloss (version %d, this one knows %d); use that one, "
                                    .formatted(version, VERSION)
                            + "or move the file away to begin anew");
        }
        try {
            return JsonFile.read(file, Content.class).datasets();
        } catch (BadInputException e) {
            throw broken(e);
        }
    }

    private static BadInputException broken(BadInputException e) {
        return new BadInputException(
                e.getMessage() + "; mend the file, or move it away to begin anew", e);
    }

    /**
     * Changes what stands in the file while no other process does.
     *
     * @param change from the lines as they are to those that shall be, and an answer
     */
    <T> T change(Function<List<Line>, T> change) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = locked()) {
                List<Line> lines = new ArrayList<>(read());
                T answer = change.apply(lines);
                JsonFile.write(file, new Content(VERSION, lines));
                return answer;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /** Waits on one channel: closing a second would drop what another thread holds on the first. */
    private FileChannel locked() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        boolean held = false;
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!take(channel)) {
                if (System.nanoTime() > end) {
                    throw new IOException("another process holds it; end that one");
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
            held = true;
            return channel;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", e);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }
}
