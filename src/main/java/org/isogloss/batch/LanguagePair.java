package org.isogloss.batch;

import org.isogloss.corpus.Lang;

/**
 * The languages of one row: an ordered pair.
 *
 * @param question the question's language
 * @param answer the answer's language
 */
public record LanguagePair(Lang question, Lang answer) {

    /** True if question and answer are in one language. */
    public boolean sameLanguage() {
        return question.equals(answer);
    }

    /** The languages as a reader says them: "th", or "th to en". */
    @Override
    public String toString() {
        return sameLanguage() ? question.tag() : question + " to " + answer;
    }
}
