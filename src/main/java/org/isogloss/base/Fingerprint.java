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
        MessageDigest digest = sha256();
        try {
            if (Files.isDirectory(fileOrFolder)) {
                for (Map.Entry<String, Path> file : files(fileOrFolder).entrySet()) {
                    digest.update((file.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
                    update(digest, file.getValue());
                }
            } else {
                update(digest, fileOrFolder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + fileOrFolder + ": " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The fingerprint of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
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

    private static void update(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
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
