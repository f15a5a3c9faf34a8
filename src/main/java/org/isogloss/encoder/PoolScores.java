package org.isogloss.encoder;

import java.nio.FloatBuffer;

/**
 * The scores of all questions against a pool larger than memory, some candidates at a time.
 *
 * <p>Letters: Q questions, N candidates, B candidates of one block.
 */
public interface PoolScores {
    /** Q. */
    int questions();

    /** N. */
    int candidates();

    /** The greatest B whose blocks, each beginning at a multiple of B, are all to be had. */
    int longestBlock();

    /**
     * Computes a block of neighbours.
     *
     * @param from the first candidate, a multiple of a power of two that is at least to − from
     * @param to the candidate after the last
     * @param out takes [Q, to − from] scores row by row from index 0
     */
    void block(int from, int to, FloatBuffer out);

    /**
     * Computes a block of any candidates; a score is as in a block of neighbours of the same length
     * where the candidate stands in the same place.
     *
     * @param out takes [Q, candidates.length] scores row by row from index 0
     */
    void block(int[] candidates, FloatBuffer out);
}
