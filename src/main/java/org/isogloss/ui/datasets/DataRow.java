package org.isogloss.ui.datasets;

import java.util.function.Supplier;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;

/**
 * A question with its answer; the answer is fetched when it is looked at, since a large pool keeps
 * its passages on disk.
 *
 * @param question the question
 * @param answer reads the answer
 */
record DataRow(Question question, Supplier<Passage> answer) {
    /** The question's language. */
    Lang lang() {
        return question.lang();
    }
}
