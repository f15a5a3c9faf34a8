package org.isogloss.base;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file somebody named to be read. */
final class InputFile {
    private InputFile() {}

    /**
     * Refuses what is not a file.
     *
     * @throws BadInputException saying whether nothing is there or a folder
     */
    static void require(Path file) {
        if (Files.isDirectory(file)) {
            throw BadInputException.in(file, "is a folder; name a file");
        }
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
    }
}
