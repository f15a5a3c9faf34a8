package org.isogloss.retrieval;

import java.util.List;
import org.isogloss.corpus.Question;

/**
 * What a search found for one question.
 *
 * @param question the question
 * @param relevant every relevant passage with its ranks, in no promised order
 * @param hits the best of the multilingual pool, best first
 */
public record Ranking(Question question, List<RelevantRank> relevant, List<Hit> hits) {
    public Ranking {
        relevant = List.copyOf(relevant);
        hits = List.copyOf(hits);
    }
}
