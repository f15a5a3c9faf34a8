package org.isogloss.corpus;

/**
 * A question in one language.
 *
 * @param id unique within its collection
 * @param parallelId shared by the question's translations: what clusters them in statistics
 * @param lang the language it is asked in
 * @param text its words
 * @param source the title of the article it is about, or empty where the data set has none
 */
public record Question(String id, String parallelId, Lang lang, String text, String source) {
    /** A question about no known article. */
    public Question(String id, String parallelId, Lang lang, String text) {
        this(id, parallelId, lang, text, "");
    }
}
