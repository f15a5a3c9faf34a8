package org.isogloss.retrieval;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Selects the best few of many scores by insertion, in one pass. */
final class TopHits {
    private final int[] best;
    private final int[] place;
    private int size;

    /**
     * Selects at most {@code count} of {@code place.length} scores.
     *
     * @param place breaks ties: of equal scores the one with the lesser place comes first
     */
    TopHits(int count, int[] place) {
        this.best = new int[Math.min(count, place.length)];
        this.place = place;
    }

    /** The indices of the best scores, best first; a score that is no number is refused. */
    int[] of(float[] scores, IntFunction<RuntimeException> notANumber) {
        float least = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            float score = scores[c];
            if (score < least) {
                continue;
            }
            if (Float.isNaN(score)) {
                throw notANumber.apply(c);
            }
            insert(scores, c);
            if (size > 0 && size == best.length) {
                least = scores[best[size - 1]];
            }
        }
        return Arrays.copyOf(best, size);
    }

    private void insert(float[] scores, int c) {
        int at = size;
        while (at > 0 && before(scores, c, best[at - 1])) {
            at--;
        }
        if (at < best.length) {
            size = Math.min(best.length, size + 1);
            System.arraycopy(best, at, best, at + 1, size - at - 1);
            best[at] = c;
        }
    }

    private boolean before(float[] scores, int a, int b) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && place[a] < place[b]);
    }
}
