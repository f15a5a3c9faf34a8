package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir private Path folder;

    @Test
    void isTheSha256OfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        // FIPS 180-4, the example of one block
        assertThat(Fingerprint.of(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void takesFilesInTheOrderOfTheirSlashSeparatedNames() throws IOException {
        // As strings "a-b/y" < "a/x"; compared name by name, as Path does on some systems, "a" <
        // "a-b".
        Files.createDirectories(folder.resolve("data/a"));
        Files.createDirectories(folder.resolve("data/a-b"));
        Files.writeString(folder.resolve("data/a/x"), "1");
        Files.writeString(folder.resolve("data/a-b/y"), "2");
        Path inOrder = Files.writeString(folder.resolve("in-order"), "a-b/y\0002a/x\0001");

        assertThat(Fingerprint.of(folder.resolve("data"))).isEqualTo(Fingerprint.of(inOrder));
    }

    @Test
    void doesNotSeeWhatFileManagersLeaveAbout() throws IOException {
        Files.writeString(folder.resolve("ar.json"), "{}");
        String clean = Fingerprint.of(folder);
        Files.writeString(folder.resolve(".DS_Store"), "icons");
        Files.createDirectory(folder.resolve(".cache"));
        Files.writeString(folder.resolve(".cache/lock"), "");

        assertThat(Fingerprint.of(folder)).isEqualTo(clean);
    }
}
