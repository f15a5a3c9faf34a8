package org.isogloss.corpus;

/**
 * A candidate answer in one language.
 *
 * @param id unique within its collection
 * @param lang the language it is written in
 * @param text its words
 * @param context the paragraph it stands in, or empty where the data set has none
 */
public record Passage(String id, Lang lang, String text, String context) {
    /** A passage that stands alone. */
    public Passage(String id, Lang lang, String text) {
        this(id, lang, text, "");
    }

    /** What is encoded: the text alone, or followed by its context on request where it has one. */
    public String encoded(boolean withContext) {
        return withContext && !context.isEmpty() ? text + " " + context : text;
    }
}
