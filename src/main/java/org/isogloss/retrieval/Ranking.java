package org.isogloss.retrieval;

import java.util.List;
import org.isogloss.corpus.Question;

/**
 * What a search found for one question.
 *
 * @param question the question
 * @param relevant every relevant passage with its ranks, in no promised order
 * @param hits the best of the multilingual pool, best first
 * @param bestWrong the greatest score of a candidate in the question's language that is not
 *     relevant; NaN if there is none or it is not known
 */
public record Ranking(
        Question question, List<RelevantRank> relevant, List<Hit> hits, double bestWrong) {
    public Ranking {
        relevant = List.copyOf(relevant);
        hits = List.copyOf(hits);
    }

    /** What was found where nothing is known of the best wrong candidate. */
    public Ranking(Question question, List<RelevantRank> relevant, List<Hit> hits) {
        this(question, relevant, hits, Double.NaN);
    }
}
