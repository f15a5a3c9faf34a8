package org.isogloss.batch;

import java.util.List;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelItem;

/**
 * One question and its answer, each in a language the item exists in.
 *
 * @param item the item
 * @param question the question's language
 * @param answer the answer's language
 */
public record BatchRow(ParallelItem item, Lang question, Lang answer) {

    /** The question's words in the question's language. */
    public String questionText() {
        return item.pairs().get(question).question();
    }

    /** The answer's words in the answer's language. */
    public String passageText() {
        return item.pairs().get(answer).passage();
    }

    /** Passages in the answer's language that look like an answer and are none, hardest first. */
    public List<String> negativeTexts() {
        return item.pairs().get(answer).negatives();
    }

    /** The languages of the row. */
    public LanguagePair languages() {
        return new LanguagePair(question, answer);
    }
}
