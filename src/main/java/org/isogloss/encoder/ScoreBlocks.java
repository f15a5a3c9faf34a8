package org.isogloss.encoder;

import java.nio.FloatBuffer;

/**
 * The scores of questions against candidates, some questions at a time.
 *
 * <p>Letters: Q questions, N candidates; the score matrix is [Q, N].
 */
@FunctionalInterface
public interface ScoreBlocks {

    /**
     * Computes the rows of some questions.
     *
     * @param fromQuestion the first question's row, from 0
     * @param toQuestion the row after the last question's
     * @param out takes [toQuestion − fromQuestion, N] scores row by row from index 0; it may be
     *     longer, and its position and limit are as before when this returns
     */
    void block(int fromQuestion, int toQuestion, FloatBuffer out);
}
