package org.isogloss.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file, a folder, or a {@code .zip} archive read in place as if it were the file or folder it
 * holds: nothing is unpacked to disk, and a reader is given an ordinary {@link Path}.
 *
 * <p>An archive is checked before any of it is read, and read through once: paths that lead out of
 * it, links, encrypted or broken entries, doubled names, archives in archives and contents larger
 * than announced or than its size explains are refused. Paths inside it are valid until this is
 * closed.
 */
public final class OpenedPath implements AutoCloseable {
    private static final String ENDING = ".zip";

    private final Path root;
    private final Optional<FileSystem> archive;

    /** Opens a path, however long an archive takes to check. */
    public OpenedPath(Path path) {
        this(path, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Opens a path.
     *
     * @throws BadInputException naming archive, entry and remedy if an archive is not fit to read
     */
    public OpenedPath(Path path, Progress progress, Cancellation cancellation) {
        this(path, new ZipCheck(path, ZipCheck.ENTRIES, ZipCheck.GROWTH), progress, cancellation);
    }

    OpenedPath(Path path, ZipCheck check, Progress progress, Cancellation cancellation) {
        if (!isArchive(path)) {
            root = path;
            archive = Optional.empty();
            return;
        }
        try {
            ZipListing listing = ZipListing.read(path);
            check.announced(listing);
            FileSystem opened = FileSystems.newFileSystem(path, Map.of("accessMode", "readOnly"));
            archive = Optional.of(opened);
            boolean sound = false;
            try {
                check.content(listing, opened, progress, cancellation);
                root = content(path, opened.getPath("/"));
                sound = true;
            } finally {
                if (!sound) {
                    opened.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** The path itself; of an archive its one file or folder, or its top where it holds several. */
    public Path root() {
        return root;
    }

    /** The archive a path lies in, if any. */
    public static Optional<Path> archiveOf(Path path) {
        FileSystem files = path.getFileSystem();
        // A zip file system calls itself by its archive's path.
        return files.equals(FileSystems.getDefault())
                ? Optional.empty()
                : Optional.of(Path.of(files.toString()));
    }

    /** A path as a user is told it: {@code texts.zip!/corpus.jsonl} inside an archive. */
    public static String shown(Path path) {
        return archiveOf(path)
                .map(archive -> archive + "!" + path.toAbsolutePath())
                .orElseGet(path::toString);
    }

    private static boolean isArchive(Path path) {
        Path name = path.getFileName();
        return name != null
                && name.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                && Files.isRegularFile(path);
    }

    /** Goes down as long as there is no choice; what file managers leave about is none. */
    private static Path content(Path archive, Path top) throws IOException {
        Path at = top;
        while (Files.isDirectory(at)) {
            List<Path> inside;
            try (Stream<Path> all = Files.list(at)) {
                inside = all.filter(path -> !clutter(path.getFileName().toString())).toList();
            }
            if (inside.isEmpty()) {
                throw BadInputException.in(archive, "holds no file");
            }
            if (inside.size() > 1) {
                return at;
            }
            at = inside.get(0);
        }
        return at;
    }

    private static boolean clutter(String name) {
        return name.startsWith(".") || name.startsWith("__MACOSX");
    }

    @Override
    public void close() {
        if (archive.isPresent()) {
            try {
                archive.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + archive.get(), e);
            }
        }
    }
}
