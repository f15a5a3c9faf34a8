package org.isogloss.corpus;

import java.util.List;

/**
 * A question and the passage that answers it, in one language.
 *
 * @param question the question's words
 * @param passage the passage's words
 * @param negatives passages in the same language that look like an answer and are none, hardest
 *     first; empty where the data set has none
 */
public record Pair(String question, String passage, List<String> negatives) {
    public Pair {
        negatives = List.copyOf(negatives);
    }

    /** A pair without hard negatives. */
    public Pair(String question, String passage) {
        this(question, passage, List.of());
    }
}
