package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;

/**
 * One model's part of the cache, laid out as the hub's Python library does: content once under its
 * checksum in {@code blobs}, a folder of links to it for each version in {@code snapshots}, and
 * what names such as {@code main} stand for in {@code refs}.
 *
 * <p>That library may fetch single files, so a snapshot does not tell whether it is complete: the
 * lists in {@code isogloss}, written last, do.
 */
final class HubCache {
    private static final long LOOK_EVERY_MS = 100;

    private final Path folder;
    private final Path lock;
    private final Link link;

    /** Makes a symbolic link, where the file system can. */
    @FunctionalInterface
    interface Link {
        void make(Path link, Path target) throws IOException;
    }

    HubCache(Path cache, ModelId id) {
        this(cache, id, Files::createSymbolicLink);
    }

    HubCache(Path cache, ModelId id, Link link) {
        this.link = link;
        folder = cache.toAbsolutePath().resolve(id.folder());
        lock = folder.resolveSibling(".locks").resolve(id.folder()).resolve("isogloss.lock");
    }

    /** Where a file's content lies. */
    Path blob(HubFile file) {
        return folder.resolve("blobs").resolve(file.hash());
    }

    /** Where a file's content gathers while it comes; no other program writes there. */
    Path incomplete(HubFile file) {
        return folder.resolve("blobs").resolve(file.hash() + ".isogloss.incomplete");
    }

    /** Where a version's files lie, whether they do or not. */
    Path snapshot(String commit) {
        return folder.resolve("snapshots").resolve(commit);
    }

    /** The version a name stood for when it was last asked for. */
    Optional<String> commit(String revision) {
        if (ModelListing.isCommit(revision)) {
            return Optional.of(revision);
        }
        Path ref = ref(revision);
        try {
            return Files.isRegularFile(ref)
                    ? Optional.of(Files.readString(ref).strip()).filter(ModelListing::isCommit)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ref + ": " + e.getMessage(), e);
        }
    }

    private Path ref(String revision) {
        return folder.resolve("refs").resolve(revision);
    }

    /** The list of a version's files, if all of them are here. */
    Optional<ModelListing> complete(String commit) {
        Path file = list(commit);
        return Files.isRegularFile(file)
                ? Optional.of(JsonFile.read(file, ModelListing.class)).filter(this::holds)
                : Optional.empty();
    }

    private Path list(String commit) {
        return folder.resolve("isogloss").resolve(commit + ".json");
    }

    private boolean holds(ModelListing listing) {
        Path snapshot = snapshot(listing.commit());
        return listing.files().stream()
                .allMatch(file -> isThere(snapshot.resolve(file.path()), file));
    }

    /** True if a file, or the one it links to, is there and as long as it should be. */
    static boolean isThere(Path path, HubFile file) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == file.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Makes a version's folder of contents that are all here, and says so. */
    Path finish(ModelListing listing, String revision) {
        Path snapshot = snapshot(listing.commit());
        for (HubFile file : listing.files()) {
            Path place = snapshot.resolve(file.path());
            if (!isThere(place, file)) {
                put(blob(file), place);
            }
        }
        JsonFile.write(list(listing.commit()), listing);
        if (!ModelListing.isCommit(revision)) {
            AtomicFile.writeText(ref(revision), listing.commit());
        }
        return snapshot;
    }

    private void put(Path blob, Path place) {
        try {
            Files.createDirectories(place.getParent());
            Files.deleteIfExists(place);
            link.make(place, place.getParent().relativize(blob));
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Windows lets only some users make links; a copy serves as well.
            AtomicFile.write(place, out -> Files.copy(blob, out));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + place + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits until no other process fetches this model, then keeps others waiting.
     *
     * @return to be closed when done
     * @throws CancellationException if asked to stop while waiting
     */
    FileChannel lock(Cancellation stop) throws InterruptedException {
        try {
            Files.createDirectories(lock.getParent());
            FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean held = false;
            try {
                while (!held) {
                    stop.check();
                    held = take(channel);
                    if (!held) {
                        Thread.sleep(LOOK_EVERY_MS);
                    }
                }
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + lock + ": " + e.getMessage(), e);
        }
    }

    private static boolean take(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    /** The folder of all the model's versions. */
    Path folder() {
        return folder;
    }
}
