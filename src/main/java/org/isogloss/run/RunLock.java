package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Held by the one process that works on a run; the kernel releases it however the process ends, so
 * that a free lock means a dead process, whatever became of its number.
 *
 * <p>Whoever only looks asks for a shared lock for a moment, so that lookers never take each other
 * for a holder; a taker waits such moments out. A POSIX system drops all locks a process has on a
 * file as soon as that process closes the file once, so a process must not even look at a file it
 * holds.
 */
public final class RunLock implements AutoCloseable {
    private static final int TRIES = 25;
    private static final long BETWEEN_TRIES_MS = 20;

    /**
     * What this process holds: the part of the kernel's table that cannot be asked without harm,
     * and like it one for the process. Also the monitor of every look and take.
     */
    private static final Set<Path> OURS = new HashSet<>();

    private static final String HERE = here();

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
            for (int tried = 1; ; tried++) {
                Optional<RunLock> lock = tryOnce(real);
                if (lock.isPresent() || tried == TRIES || ours(real)) {
                    return lock;
                }
                Thread.sleep(BETWEEN_TRIES_MS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<RunLock> tryOnce(Path real) throws IOException {
        synchronized (OURS) {
            if (OURS.contains(real)) {
                return Optional.empty();
            }
            FileChannel channel =
                    FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                if (channel.tryLock() == null) {
                    return Optional.empty();
                }
                name(channel);
                taken = true;
            } finally {
                if (!taken) { // by another, or by nobody if a full disk takes no name
                    channel.close();
                }
            }
            OURS.add(real);
            return Optional.of(new RunLock(real, channel));
        }
    }

    /** Writes down on which machine the holder is, for those on others. */
    private static void name(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(HERE.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /**
     * True if the last holder was on another machine and did not close the lock. On file systems
     * whose locks hold on one machine only, it may then be working though the lock looks free.
     */
    public static boolean leftElsewhere(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            String holder = Files.readString(file);
            return !holder.isEmpty() && !holder.equals(HERE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown"; // a machine without a name shares no disks
        }
    }

    private static boolean ours(Path real) {
        synchronized (OURS) {
            return OURS.contains(real);
        }
    }

    /** True if some process holds the lock. */
    public static boolean held(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Path real = real(file);
            synchronized (OURS) {
                if (OURS.contains(real)) {
                    return true;
                }
                try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ)) {
                    return channel.tryLock(0, Long.MAX_VALUE, true) == null;
                }
            }
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
        synchronized (OURS) {
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                channel.truncate(0);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release " + file, e);
            } finally {
                OURS.remove(file);
            }
        }
    }
}
