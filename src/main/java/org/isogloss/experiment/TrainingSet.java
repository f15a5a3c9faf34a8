package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.UnaryOperator;
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
 * @param weight how often batches are drawn from it, times its share by size; null for 1
 * @param read what its files do not say themselves; null where they say all
 */
public record TrainingSet(
        String path,
        boolean translations,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double weight,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReadOptions read) {
    /**
     * @throws BadInputException if there is no path, or the weight is not above 0
     */
    public TrainingSet {
        if (path == null) {
            throw new BadInputException("a data set to train on needs a path");
        }
        if (weight != null && !(weight > 0 && Double.isFinite(weight))) {
            throw new BadInputException(
                    "the weight of '"
                            + path
                            + "' is "
                            + weight
                            + " but must be above 0; leave the data set out instead");
        }
        weight = weight != null && weight == 1 ? null : weight;
        read = ReadOptions.NONE.equals(read) ? null : read;
    }

    /** A data set drawn from by its size. */
    public TrainingSet(String path, boolean translations, ReadOptions read) {
        this(path, translations, null, read);
    }

    /** A data set to train on by its questions and answers. */
    public static TrainingSet of(String path) {
        return new TrainingSet(path, false, null);
    }

    /** The weight as a number. */
    public double drawn() {
        return weight == null ? 1 : weight;
    }

    /** The same set at another path. */
    TrainingSet at(UnaryOperator<String> other) {
        return new TrainingSet(other.apply(path), translations, weight, read);
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
