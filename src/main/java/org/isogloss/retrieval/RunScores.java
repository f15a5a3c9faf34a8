package org.isogloss.retrieval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of a run.
 *
 * @param queries how many queries the means are over, trec_eval's num_q
 * @param retrieved how many documents the scored queries have together
 * @param relevant how many relevant ones there are; over complete queries trec_eval counts every
 *     grade above 0 here, whatever the relevance level
 * @param relevantRetrieved how many of these the run has
 * @param means each metric's mean by its id, in the order asked for
 * @param perQuery the scored queries, by the bytes of their ids
 * @param unjudgedQueries queries of the run that have no judgment, and so no numbers
 * @param missingQueries judged queries that the run lacks; they count as 0 over complete queries,
 *     else not at all
 */
public record RunScores(
        int queries,
        long retrieved,
        long relevant,
        long relevantRetrieved,
        Map<String, Double> means,
        List<QueryScores> perQuery,
        List<String> unjudgedQueries,
        List<String> missingQueries) {
    public RunScores {
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        perQuery = List.copyOf(perQuery);
        unjudgedQueries = List.copyOf(unjudgedQueries);
        missingQueries = List.copyOf(missingQueries);
    }
}
