package org.isogloss.analysis.stats;

import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;

/**
 * Questions of one language and the pool they are put to: a cell of the language-pair table.
 *
 * @param question the questions' language
 * @param answer the candidates' language, or {@link Score#ALL} for the multilingual pool
 */
public record Cell(Lang question, String answer) implements Comparable<Cell> {

    /** The cell of a score. */
    static Cell of(Score score) {
        return new Cell(score.question(), score.answer());
    }

    /** Which macro mean the cell goes into. */
    public Scope scope() {
        if (answer.equals(Score.ALL)) {
            return Scope.MULTILINGUAL;
        }
        return answer.equals(question.tag()) ? Scope.MONOLINGUAL : Scope.CROSS_LINGUAL;
    }

    /** The pair as one word, question first: {@code en-de}. */
    @Override
    public String toString() {
        return question + "-" + answer;
    }

    @Override
    public int compareTo(Cell other) {
        int first = question.compareTo(other.question);
        return first != 0 ? first : answer.compareTo(other.answer);
    }
}
