package org.isogloss.retrieval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of one query of a run.
 *
 * @param query the query's id
 * @param retrieved how many documents the run has, trec_eval's num_ret
 * @param relevant how many are relevant, trec_eval's num_rel
 * @param relevantRetrieved how many of these the run has, trec_eval's num_rel_ret
 * @param values each metric's value by its id, in the order asked for
 */
public record QueryScores(
        String query,
        int retrieved,
        int relevant,
        int relevantRetrieved,
        Map<String, Double> values) {
    public QueryScores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
