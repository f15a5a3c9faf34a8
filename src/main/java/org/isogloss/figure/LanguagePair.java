package org.isogloss.figure;

import org.isogloss.corpus.Lang;

/** A cell of a language-pair table. */
public record LanguagePair(Lang question, Lang answer) {
    boolean sameLanguage() {
        return question.equals(answer);
    }

    @Override
    public String toString() {
        return question + " → " + answer;
    }
}
