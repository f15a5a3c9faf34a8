package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.catalogue.KnownCheck;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set that was read, and what it was read from.
 *
 * @param path the file or folder
 * @param options what the user said about it
 * @param dataset its content
 * @param summary its content in numbers
 * @param outside what it looked like from outside before it was read
 * @param published how these compare with what was published, if it is a known data set
 */
record Inspection(
        Path path,
        ReadOptions options,
        Dataset dataset,
        DatasetSummary summary,
        String outside,
        Optional<KnownCheck> published) {
    /** What its statistics are made of: its judged questions, or its items where it has none. */
    TestCollection collection() {
        return judged() ? dataset.collection() : dataset.items().collection();
    }

    /** True if it can be scored on. */
    boolean judged() {
        return !dataset.collection().questions().isEmpty();
    }
}
