package org.isogloss.corpus.format;

import org.isogloss.corpus.Lang;

/**
 * The languages of a set of questions and of the passages they are answered from, each said
 * explicitly because data sets name the pair in either order.
 *
 * @param question the questions' language
 * @param answer the passages' language
 */
record Languages(Lang question, Lang answer) {
    /** Both sides in one language. */
    static Languages both(Lang lang) {
        return new Languages(lang, lang);
    }
}
