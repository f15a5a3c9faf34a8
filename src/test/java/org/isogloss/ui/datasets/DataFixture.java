package org.isogloss.ui.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small data sets to drop on the place Data. */
final class DataFixture {
    private DataFixture() {}

    /** A file of items in English and Arabic. */
    static Path parallel(Path file, String... ids) {
        StringBuilder lines = new StringBuilder();
        for (String id : ids) {
            lines.append(item(id)).append('\n');
        }
        return write(file, lines.toString());
    }

    /** The same with a third line that ends too early. */
    static Path broken(Path file) {
        return write(file, item("one") + "\n" + item("two") + "\n{\"id\": \"three\", \"te\n");
    }

    /** A table whose columns say nothing of questions and passages. */
    static Path table(Path file) {
        return write(file, "frage,antwort\nWo?,Hier.\nWann?,Jetzt.\n");
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String item(String id) {
        return "{\"id\": \""
                + id
                + "\", \"texts\": {\"en\": {\"question\": \"Where does the river called "
                + id
                + " begin?\", \"passage\": \"It rises in the hills near the village of "
                + id
                + ".\"}, \"ar\": {\"question\": \"أين يبدأ نهر "
                + id
                + "؟\", \"passage\": \"ينبع من التلال قرب قرية "
                + id
                + ".\"}}}";
    }
}
