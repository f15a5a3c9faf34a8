package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The licence that stands beside data or weights: pointed to, never interpreted.
 *
 * @param name the file's name
 * @param title its first line with words
 */
public record LicenceFile(String name, String title) {

    /** The licence of a folder, or of the folder a file lies in; the first by name if several. */
    public static Optional<LicenceFile> near(Path data) {
        Path folder = Files.isDirectory(data) ? data : data.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(LicenceFile::named).sorted().findFirst().map(LicenceFile::of);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean named(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && (name.startsWith("LICENSE")
                        || name.startsWith("LICENCE")
                        || name.startsWith("COPYING"));
    }

    private static LicenceFile of(Path file) {
        // Latin-1 reads any bytes: a licence in another encoding is no reason for a run to fail.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            String title =
                    lines.map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
            return new LicenceFile(file.getFileName().toString(), title);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public String toString() {
        return title.isEmpty() ? "`" + name + "`" : "`" + name + "` (" + title + ")";
    }
}
