package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by the one process that works on a run; the kernel releases it however the process ends, so
 * that a free lock means a dead process, whatever became of its number.
 *
 * <p>A POSIX system drops all locks a process has on a file as soon as that process closes the file
 * once, so a process must not even look at a file it holds.
 */
public final class RunLock implements AutoCloseable {
    /** What this process holds: the kernel's table, which cannot be asked without harm. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or returns empty if another process, or this one, has it. */
    public static Optional<RunLock> take(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path real = real(file);
            if (!OURS.add(real)) {
                return Optional.empty();
            }
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                OURS.remove(real);
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(real, channel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /** True if some process holds the lock. */
    public static boolean held(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            if (OURS.contains(real(file))) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return channel.tryLock() == null;
            }
        } catch (OverlappingFileLockException e) {
            return true; // this process is just taking it, or looking from another thread
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        return absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + file, e);
        } finally {
            OURS.remove(file);
        }
    }
}
