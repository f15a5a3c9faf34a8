package org.isogloss.corpus.format;

import java.nio.file.Path;
import org.isogloss.base.BadInputException;

/** One way of laying out a question answering data set in files. */
public interface DatasetFormat {
    /** The name in files and on the command line; it never changes: {@code lareqa}. */
    String id();

    /** What such a data set looks like, in words a user can act on. */
    String description();

    /**
     * Looks at a file or folder without reading all of it and says how well it fits.
     *
     * @return 0 not this format, 1 by its extension only, 2 by its name, 4 certain by its content;
     *     a broken file of this format still answers at least 1, so that its fault is named
     */
    int probe(Path path);

    /**
     * Reads and checks all of a file or folder.
     *
     * @param options what the user says where the files do not
     * @throws BadInputException naming file, line, value and remedy if anything does not fit
     */
    Dataset read(Path path, ReadOptions options);

    /**
     * Reads and checks all of a file or folder, a corpus too large for memory as a pool; a format
     * without such corpora has no use for a place.
     *
     * @throws BadInputException naming file, line, value and remedy if anything does not fit
     */
    default Dataset read(Path path, ReadOptions options, PoolPlace place) {
        return read(path, options);
    }

    /** Reads a file or folder that says everything itself. */
    default Dataset read(Path path) {
        return read(path, ReadOptions.NONE);
    }
}
