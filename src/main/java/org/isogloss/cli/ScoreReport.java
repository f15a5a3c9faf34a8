package org.isogloss.cli;

import java.util.List;
import java.util.Map;
import org.isogloss.retrieval.QueryScores;
import org.isogloss.retrieval.RunScores;
import org.isogloss.retrieval.RunScoring;

/**
 * A run's numbers and how they came about, for scripts.
 *
 * @param relevanceLevel from which grade on a document is relevant
 * @param ties the rule for equal scores
 * @param completeQueries whether queries that the run lacks count
 * @param queries how many queries the means are over
 * @param retrieved how many documents they have
 * @param relevant how many are relevant
 * @param relevantRetrieved how many of these the run has
 * @param means each metric's mean
 * @param unjudgedQueries queries of the run without judgments
 * @param missingQueries judged queries that the run lacks
 * @param perQuery the numbers of each query, empty unless asked for
 */
record ScoreReport(
        int relevanceLevel,
        String ties,
        boolean completeQueries,
        int queries,
        long retrieved,
        long relevant,
        long relevantRetrieved,
        Map<String, Double> means,
        List<String> unjudgedQueries,
        List<String> missingQueries,
        List<QueryScores> perQuery) {

    static ScoreReport of(RunScoring scoring, RunScores scores, boolean perQuery) {
        return new ScoreReport(
                scoring.level(),
                scoring.ties().id(),
                scoring.complete(),
                scores.queries(),
                scores.retrieved(),
                scores.relevant(),
                scores.relevantRetrieved(),
                scores.means(),
                scores.unjudgedQueries(),
                scores.missingQueries(),
                perQuery ? scores.perQuery() : List.of());
    }
}
