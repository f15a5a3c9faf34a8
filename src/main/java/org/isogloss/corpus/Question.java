package org.isogloss.corpus;

/**
 * A question in one language.
 *
 * @param id unique within its collection
 * @param parallelId shared by the question's translations: what clusters them in statistics
 * @param lang the language it is asked in
 * @param text its words
 */
public record Question(String id, String parallelId, Lang lang, String text) {}
