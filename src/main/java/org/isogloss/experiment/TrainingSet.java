package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set to train on.
 *
 * @param path its file or folder, relative to the file that names it
 * @param translations true to train on its sentences and their translations instead of its
 *     questions and answers
 * @param read what its files do not say themselves; null where they say all
 */
public record TrainingSet(
        String path,
        boolean translations,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReadOptions read) {
    public TrainingSet {
        if (path == null) {
            throw new BadInputException("a data set to train on needs a path");
        }
        read = ReadOptions.NONE.equals(read) ? null : read;
    }

    /** A data set to train on by its questions and answers. */
    public static TrainingSet of(String path) {
        return new TrainingSet(path, false, null);
    }

    /** Where it lies and how it is read. */
    public DataSource source() {
        return new DataSource(path, null, read);
    }

    /**
     * Reads its items.
     *
     * @throws BadInputException if it cannot be read, or has none
     */
    public ParallelCorpus items() {
        return items(PoolPlace.NONE);
    }

    /**
     * Reads its items; of a corpus too large for memory, which is indexed, the judged passages.
     *
     * @throws BadInputException if it cannot be read, or has none
     */
    public ParallelCorpus items(PoolPlace place) {
        ParallelCorpus items = source().dataset(place).itemsToTrainOn();
        return translations ? items.translations() : items;
    }
}
