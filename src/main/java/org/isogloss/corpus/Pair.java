package org.isogloss.corpus;

/**
 * A question and the passage that answers it, in one language.
 *
 * @param question the question's words
 * @param passage the passage's words
 */
public record Pair(String question, String passage) {}
