package org.isogloss.experiment;

import org.isogloss.base.BadInputException;

/**
 * A data set to train on.
 *
 * @param path its file or folder, relative to the file that names it
 * @param translations true to train on its sentences and their translations instead of its
 *     questions and answers
 */
public record TrainingSet(String path, boolean translations) {
    public TrainingSet {
        if (path == null) {
            throw new BadInputException("a data set to train on needs a path");
        }
    }

    /** A data set to train on by its questions and answers. */
    public static TrainingSet of(String path) {
        return new TrainingSet(path, false);
    }
}
