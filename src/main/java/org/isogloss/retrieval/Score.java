package org.isogloss.retrieval;

import org.isogloss.corpus.Lang;

/**
 * One number about one question.
 *
 * @param questionId the question's id
 * @param parallelId shared by the question's translations
 * @param question the question's language
 * @param answer the answer language whose candidates are the pool, or {@link #ALL}; for {@link
 *     #SHARE_10} the language whose share it is
 * @param metric a {@link org.isogloss.retrieval.metric.Metric}'s id or one of the constants here
 * @param value the number
 */
public record Score(
        String questionId,
        String parallelId,
        Lang question,
        String answer,
        String metric,
        double value) {
    /** Stands for the multilingual pool: the candidates of all languages together. */
    public static final String ALL = "*";

    /** Greatest minus least rank of the question's relevant passages in the multilingual pool. */
    public static final String RANK_DISTANCE = "rank_distance";

    /** 1 if the best of the multilingual pool is in the question's language, else 0. */
    public static final String OWN_LANGUAGE_1 = "own_language_1";

    /** Share of an answer language among the ten best of the multilingual pool. */
    public static final String SHARE_10 = "share_10";
}
