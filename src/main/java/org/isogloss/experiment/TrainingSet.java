package org.isogloss.experiment;

/**
 * A data set to train on.
 *
 * @param path its file or folder, relative to the file that names it
 * @param translations true to train on its sentences and their translations instead of its
 *     questions and answers
 */
public record TrainingSet(String path, boolean translations) {
    /** A data set to train on by its questions and answers. */
    public static TrainingSet of(String path) {
        return new TrainingSet(path, false);
    }
}
