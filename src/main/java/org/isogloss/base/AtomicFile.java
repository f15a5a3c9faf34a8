package org.isogloss.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Writes a durable file beside its place, forces it to disk, then moves it there.
 *
 * <p>A crash leaves either the old file or the new one, never half of one.
 */
public final class AtomicFile {
    private static final String PART = ".part";
    private static final Duration DEAD = Duration.ofHours(1);

    private AtomicFile() {}

    /** Writes the content of a file to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, creating its folder where needed.
     *
     * @throws UncheckedIOException if the file cannot be written; the old file then still stands
     */
    public static void write(Path file, Content content) {
        Path aside = aside(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel =
                            FileChannel.open(
                                    aside,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    OutputStream out =
                            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            move(aside, file);
        } catch (IOException e) {
            remove(aside, e);
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            remove(aside);
        }
    }

    /**
     * Removes the parts that killed writers left in a folder: those not written to for an hour.
     *
     * @throws UncheckedIOException if one cannot be removed
     */
    public static void removeDead(Path folder) {
        Instant dead = Instant.now().minus(DEAD);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(PART)).toList()) {
                if (Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Moves a file that cannot be read out of the way, so that the next save does not overwrite it.
     *
     * @return where it is kept: {@code settings.json.unreadable}
     * @throws UncheckedIOException if it cannot be moved
     */
    public static Path setAside(Path file) {
        Path kept = file.resolveSibling(file.getFileName() + ".unreadable");
        for (int i = 2; Files.exists(kept); i++) {
            kept = file.resolveSibling(file.getFileName() + ".unreadable-" + i);
        }
        try {
            return Files.move(file, kept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set " + file + " aside", e);
        }
    }

    /** A name no other writer of the file uses. */
    private static Path aside(Path file) {
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling(file.getFileName() + "." + unique + PART);
    }

    /** Removes what a failure left; after success nothing is left. */
    private static void remove(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // The failure that left it there is told; that it lies there still harms nobody.
        }
    }

    /** Half a file must not hold the last space of a full disk. */
    private static void remove(Path aside, IOException failed) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
    }

    /** Writes UTF-8 text. */
    public static void writeText(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Moves a finished file or folder to its place in one step where the file system can.
     *
     * @throws IOException if it cannot be moved
     */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
