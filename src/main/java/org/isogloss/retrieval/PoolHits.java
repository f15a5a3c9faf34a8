package org.isogloss.retrieval;

import java.util.Arrays;
import org.isogloss.corpus.PassagePool;

/** The best few candidates seen so far of a pool, best first; equal scores by id, descending. */
final class PoolHits {
    private final PassagePool pool;
    private final int[] positions;
    private final float[] scores;
    private int size;

    PoolHits(PassagePool pool, int count) {
        this.pool = pool;
        positions = new int[Math.min(count, pool.size())];
        scores = new float[positions.length];
    }

    /** A candidate of a lesser score than this need not be offered. */
    float least() {
        return size < positions.length || size == 0 ? Float.NEGATIVE_INFINITY : scores[size - 1];
    }

    /** Takes a candidate among the best if it is one of them. */
    void offer(int position, float score) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before(position, score, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low < positions.length) {
            size = Math.min(positions.length, size + 1);
            System.arraycopy(positions, low, positions, low + 1, size - low - 1);
            System.arraycopy(scores, low, scores, low + 1, size - low - 1);
            positions[low] = position;
            scores[low] = score;
        }
    }

    private boolean before(int position, float score, int other) {
        return score > scores[other]
                || (score == scores[other] && pool.compareIds(position, positions[other]) > 0);
    }

    /** The positions in the pool, best first. */
    int[] positions() {
        return Arrays.copyOf(positions, size);
    }

    float score(int i) {
        return scores[i];
    }
}
