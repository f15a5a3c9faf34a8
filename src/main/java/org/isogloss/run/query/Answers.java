package org.isogloss.run.query;

import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * How a model ranks a collection's candidates for one question.
 *
 * @param text the question's words
 * @param lang the language it is asked in; null for words of one's own
 * @param candidates how many candidates of all languages were ranked
 * @param followed the passage whose parallel answers are followed; null if those that are judged to
 *     answer the question are
 * @param best the best candidates, best first
 * @param parallel the answers followed, wherever they stand, best first
 * @param milliseconds from the question to its answers, reading and writing lines not counted
 */
public record Answers(
        String text,
        Lang lang,
        int candidates,
        String followed,
        List<Answer> best,
        List<Answer> parallel,
        double milliseconds) {
    public Answers {
        best = List.copyOf(best);
        parallel = List.copyOf(parallel);
    }
}
