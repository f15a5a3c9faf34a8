package org.isogloss.retrieval;

import org.isogloss.corpus.Lang;

/**
 * A passage among the best of the multilingual pool.
 *
 * @param passageId the passage's id
 * @param lang the passage's language
 * @param rank its rank, from 1
 * @param score its score, greater is better
 */
public record Hit(String passageId, Lang lang, int rank, double score) {}
