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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final String ANOTHER = "another process";

    /** Goes after the name of a holder that gave the lock back itself. */
    private static final String GIVEN_BACK = " given-back";

    private static final Pattern NO_LOCKS =
            Pattern.compile("Function not implemented|not supported|No locks available");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

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
            throw new UncheckedIOException("cannot lock " + file + ": " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What the system says, with what to do where a file system knows no locks. */
    static String reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        return NO_LOCKS.matcher(said).find()
                ? said
                        + "; this file system locks no files: mount Lustre with flock or localflock,"
                        + " start the lock service of NFS, or put the runs elsewhere"
                : said;
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

    /** Writes down who the holder is: machine, process, since when; for those on others too. */
    private static void name(FileChannel channel) throws IOException {
        String name =
                HERE
                        + " "
                        + ProcessHandle.current().pid()
                        + " "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /**
     * Who holds a lock, in words for a sentence: {@code process 4711 on node07 since 2026-11-23
     * 17:05}, in this machine's time; {@code another process} where that is not written down.
     *
     * <p>Asked of a lock that is not held, it tells of its last holder.
     */
    public static String holder(Path file) {
        String[] name = written(file).split(" ", -1);
        try {
            if (name.length == 3 || name.length == 4) {
                return "process "
                        + Long.parseLong(name[1])
                        + (name[0].equals(HERE) ? " on this machine" : " on " + name[0])
                        + " since "
                        + CLOCK.format(Instant.parse(name[2]).atZone(ZoneId.systemDefault()));
            }
        } catch (NumberFormatException | DateTimeParseException unlike) {
            // half written, or by an Isogloss of another time: whoever it is, it is not known
        }
        return ANOTHER;
    }

    /** What the holder wrote; empty if nothing, or if this process holds it and must not look. */
    private static String written(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            Path real = real(file);
            synchronized (OURS) {
                return OURS.contains(real) ? "" : Files.readString(real);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + reason(e), e);
        }
    }

    /**
     * True if the last holder was on another machine and did not close the lock. On file systems
     * whose locks hold on one machine only, it may then be working though the lock looks free.
     */
    public static boolean leftElsewhere(Path file) {
        String holder = written(file);
        return !holder.isEmpty()
                && !holder.split(" ", -1)[0].equals(HERE)
                && !holder.endsWith(GIVEN_BACK);
    }

    /** True if the last holder was on this machine, whose kernel then tells surely who holds it. */
    static boolean lastHere(Path file) {
        try {
            return Files.exists(file)
                    && (ours(real(file)) || written(file).split(" ", -1)[0].equals(HERE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + reason(e), e);
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
            throw new UncheckedIOException("cannot read " + file + ": " + reason(e), e);
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
                channel.write(
                        ByteBuffer.wrap(GIVEN_BACK.getBytes(StandardCharsets.UTF_8)),
                        channel.size());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release " + file, e);
            } finally {
                OURS.remove(file);
            }
        }
    }
}
