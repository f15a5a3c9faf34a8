package org.isogloss.run.query;

import org.isogloss.corpus.Lang;

/**
 * A candidate in the ranking of a question.
 *
 * @param passage its id
 * @param rank 1 plus the number of candidates before it in the pool of all languages; equal scores
 *     stand in the order of {@link org.isogloss.retrieval.ExactSearch}
 * @param score the dot product of its vector with the question's, their cosine where the model
 *     makes vectors of length 1
 * @param relevant whether it is judged to answer the question; false for words of one's own
 */
public record Answer(
        String passage, Lang lang, String text, int rank, float score, boolean relevant) {}
