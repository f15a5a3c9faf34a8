package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set in the list: remembered, being read, or refused.
 *
 * @param path its file or folder
 * @param options what the user said about it
 * @param standing how it stands
 * @param problem why it cannot be read, if it cannot
 */
record SetItem(Path path, ReadOptions options, Standing standing, Optional<Problem> problem) {
    /** What it is called. */
    String name() {
        return Dataset.nameOf(path);
    }
}
