package org.isogloss.run.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.isogloss.base.BadInputException;

/**
 * What a model is asked: a question of the collection by its id, or words of one's own.
 *
 * @param question the id of a question of the collection; null if words are given
 * @param text the words; null if a question is named
 * @param follow the id of a passage whose parallel answers are followed down the ranking; null to
 *     follow what answers the question, or for words of one's own, the best candidate
 * @param hits how many of the best to tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Query(String question, String text, String follow, int hits) {
    /**
     * @throws BadInputException if not exactly one of question and text is given, if the text is
     *     blank, or if no hit is asked for
     */
    public Query {
        if ((question == null) == (text == null)) {
            throw new BadInputException(
                    "a query has either 'question', an id of the collection, or 'text'");
        }
        if (text != null && text.isBlank()) {
            throw new BadInputException("the question has no words; type some");
        }
        if (hits < 1) {
            throw new BadInputException("hits is " + hits + "; ask for at least 1");
        }
    }

    /** A question of the collection. */
    public static Query picked(String question, int hits) {
        return new Query(question, null, null, hits);
    }

    /** Words of one's own. */
    public static Query typed(String text, int hits) {
        return new Query(null, text, null, hits);
    }

    /** The same question, with the parallel answers of a passage followed. */
    public Query following(String passage) {
        return new Query(question, text, passage, hits);
    }
}
