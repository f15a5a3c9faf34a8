package org.isogloss.encoder;

/**
 * Dropout probabilities.
 *
 * @param hidden after the embeddings and each sublayer
 * @param attention of attention probabilities
 * @param seed what is dropped follows from it, on one machine with one number of threads
 */
public record Dropout(double hidden, double attention, int seed) {
    /** No dropout. */
    public static final Dropout NONE = new Dropout(0, 0, 0);
}
