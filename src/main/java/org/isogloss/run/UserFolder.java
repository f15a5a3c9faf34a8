package org.isogloss.run;

import java.nio.file.Path;

/**
 * Where a user's runs, data sets, indexes, measurements and preferences stand unless another place
 * is named.
 *
 * @param path usually {@code isogloss} in the home folder
 */
public record UserFolder(Path path) {
    /** The folder of the user this process belongs to. */
    public static UserFolder own() {
        return new UserFolder(Path.of(System.getProperty("user.home"), "isogloss"));
    }

    /** The runs. */
    public Path runs() {
        return path.resolve("runs");
    }

    /** What {@code isogloss bench} measured. */
    public Path measurements() {
        return path.resolve("bench");
    }

    /** Where data sets are fetched to. */
    public Path data() {
        return path.resolve("data");
    }

    /** Which data sets were loaded, and where they are. */
    public Path datasets() {
        return path.resolve("datasets.json");
    }

    /** The indexes of corpora too large for memory; whatever is deleted there is made again. */
    public Path pools() {
        return path.resolve("cache").resolve("pools");
    }

    /** What the window remembers. */
    public Path preferences() {
        return path.resolve("preferences.json");
    }
}
