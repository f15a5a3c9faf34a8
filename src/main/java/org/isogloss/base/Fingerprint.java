package org.isogloss.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The SHA-256 of a file, or of a folder's files in the order of their relative paths. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint as 64 lower-case hexadecimal digits. */
    public static String of(Path fileOrFolder) {
        MessageDigest digest = sha256();
        try {
            if (Files.isDirectory(fileOrFolder)) {
                for (Path file : files(fileOrFolder)) {
                    String name = fileOrFolder.relativize(file).toString().replace('\\', '/');
                    digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
                    update(digest, file);
                }
            } else {
                update(digest, fileOrFolder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + fileOrFolder, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
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
