package org.isogloss.base;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of a file, of a folder's files with their names, or of a text.
 *
 * <p>A folder's fingerprint is the same on every machine: files count in the order of their
 * relative, slash-separated names, and those hidden by a leading dot, which file managers leave
 * about, do not count.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint as 64 lower-case hexadecimal digits. */
    public static String of(Path fileOrFolder) {
        return of(fileOrFolder, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * The same of what takes long to read.
     *
     * @param progress in bytes
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public static String of(Path fileOrFolder, Progress progress, Cancellation cancellation) {
        try {
            SortedMap<String, Path> files = files(fileOrFolder);
            long total = 0;
            for (Path file : files.values()) {
                total += Files.size(file);
            }
            Reading reading = new Reading(total, progress, cancellation);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                if (!file.getKey().isEmpty()) {
                    String name = file.getKey() + "\0";
                    reading.digest.update(name.getBytes(StandardCharsets.UTF_8));
                }
                reading.add(file.getValue());
            }
            return HexFormat.of().formatHex(reading.digest.digest());
        } catch (IOException e) {
            throw unreadable(fileOrFolder, e);
        }
    }

    /**
     * What can be seen of a file or folder without reading it: a fingerprint of its files' names,
     * sizes and times of change. While it stays the same, so does the content, as far as whoever
     * writes there lets the clock run. Empty where nothing is.
     */
    public static String outside(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            return "";
        }
        try {
            MessageDigest digest = sha256();
            for (Map.Entry<String, Path> file : files(fileOrFolder).entrySet()) {
                String seen =
                        file.getKey()
                                + "\0"
                                + Files.size(file.getValue())
                                + "\0"
                                + Files.getLastModifiedTime(file.getValue())
                                + "\0";
                digest.update(seen.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(fileOrFolder, e);
        }
    }

    /**
     * Makes sure that what was read is what is there.
     *
     * @param before what {@link #outside} said before it was read
     * @throws BadInputException if it was changed since
     */
    public static void requireUnchanged(Path fileOrFolder, String before) {
        if (!outside(fileOrFolder).equals(before)) {
            throw BadInputException.in(
                    fileOrFolder,
                    "was changed while it was read; wait until it is complete, then load it again");
        }
    }

    private static UncheckedIOException unreadable(Path path, IOException e) {
        return new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }

    /** The fingerprint of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A folder's files by name; a file alone under no name. */
    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            files.put("", folder);
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(name(folder.relativize(file)), file));
        }
        files.keySet().removeIf(name -> name.startsWith(".") || name.contains("/."));
        return files;
    }

    private static String name(Path relative) {
        return relative.toString().replace(File.separatorChar, '/');
    }

    /** Reads files one after the other into one digest. */
    private static final class Reading {
        private final MessageDigest digest = sha256();
        private final long total;
        private final Progress progress;
        private final Cancellation cancellation;
        private long done;

        Reading(long total, Progress progress, Cancellation cancellation) {
            this.total = total;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        void add(Path file) throws IOException {
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    cancellation.check();
                    digest.update(buffer, 0, n);
                    done += n;
                    progress.at("fingerprint", done, total);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
