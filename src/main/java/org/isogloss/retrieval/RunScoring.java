package org.isogloss.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.retrieval.metric.Metric;

/**
 * Scores a run against judgments as trec_eval 9 does.
 *
 * <p>A query counts if the run and the judgments both have it (trec_eval.c: "For each topic which
 * has both qrels and top results information"); one with judgments but nothing relevant counts with
 * 0. A document without judgment, or with a negative one, is not relevant. A document that stands
 * twice in a query that counts is refused (form_res_rels.c).
 *
 * @param metrics what to compute
 * @param level from which grade on a document is relevant, at least 0
 * @param ties how equal scores are ordered
 * @param complete whether judged queries that the run lacks count as 0, trec_eval's -c
 */
public record RunScoring(List<Metric> metrics, int level, TieRule ties, boolean complete) {
    public RunScoring {
        metrics = List.copyOf(metrics);
        if (level < 0) {
            throw new BadInputException(
                    "a relevance level of "
                            + level
                            + " would make documents without judgment relevant; choose 0 or more");
        }
    }

    /**
     * Scores a run.
     *
     * @throws BadInputException if no query has both, or a document stands twice in a query
     */
    public RunScores of(TrecFile judgments, TrecFile run) {
        List<QueryScores> scored = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        run.queries()
                .forEach(
                        (query, documents) -> {
                            if (judgments.queries().containsKey(query)) {
                                scored.add(score(query, judgments, run));
                            } else {
                                unjudged.add(query);
                            }
                        });
        if (scored.isEmpty()) {
            throw nothingInCommon(judgments, run);
        }
        List<String> missing =
                judgments.queries().keySet().stream()
                        .filter(query -> !run.queries().containsKey(query))
                        .toList();
        int queries = scored.size() + (complete ? missing.size() : 0);
        return new RunScores(
                queries,
                scored.stream().mapToLong(QueryScores::retrieved).sum(),
                complete
                        ? gains(judgments)
                        : scored.stream().mapToLong(QueryScores::relevant).sum(),
                scored.stream().mapToLong(QueryScores::relevantRetrieved).sum(),
                means(scored, queries),
                scored,
                unjudged,
                missing);
    }

    /** Over complete queries trec_eval counts so, whatever the level: te_calc_avg_num_rel. */
    private static long gains(TrecFile judgments) {
        return judgments.queries().values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.value() > 0)
                .count();
    }

    private Map<String, Double> means(List<QueryScores> scored, int queries) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            double sum = 0;
            for (QueryScores one : scored) {
                sum += one.values().get(metric.id());
            }
            means.put(metric.id(), sum / queries);
        }
        return means;
    }

    private QueryScores score(String query, TrecFile judgments, TrecFile run) {
        Map<String, TrecFile.Entry> grades = byDocument(query, judgments);
        List<TrecFile.Entry> ranked = ties.ranked(List.copyOf(byDocument(query, run).values()));
        int[] ranks = new int[ranked.size()];
        int[] found = new int[ranked.size()];
        int count = 0;
        for (int i = 0; i < ranked.size(); i++) {
            TrecFile.Entry judgment = grades.get(ranked.get(i).documentId());
            if (judgment != null) {
                ranks[count] = i + 1;
                found[count++] = (int) judgment.value();
            }
        }
        GradedRanks ranking =
                new GradedRanks(
                        Arrays.copyOf(ranks, count),
                        Arrays.copyOf(found, count),
                        grades.values().stream().mapToInt(grade -> (int) grade.value()).toArray(),
                        ranked.size(),
                        level);
        Map<String, Double> values = new LinkedHashMap<>();
        metrics.forEach(metric -> values.put(metric.id(), metric.value(ranking)));
        return new QueryScores(query, ranked.size(), ranking.relevant(), ranking.found(), values);
    }

    /** The documents of a query by their ids, in file order. */
    private static Map<String, TrecFile.Entry> byDocument(String query, TrecFile file) {
        List<TrecFile.Entry> entries = file.queries().get(query);
        Map<String, TrecFile.Entry> byDocument = new LinkedHashMap<>();
        for (TrecFile.Entry entry : entries) {
            TrecFile.Entry before = byDocument.putIfAbsent(entry.documentId(), entry);
            if (before != null) {
                throw BadInputException.at(
                        file.file(),
                        entry.line(),
                        "document '"
                                + entry.documentId()
                                + "' of query '"
                                + query
                                + "' stands in line "
                                + before.line()
                                + " already; keep one of them");
            }
        }
        return byDocument;
    }

    private static BadInputException nothingInCommon(TrecFile judgments, TrecFile run) {
        return BadInputException.in(
                run.file(),
                "has no query that is judged in "
                        + judgments.file()
                        + ": it begins with '"
                        + run.queries().firstKey()
                        + "', the judgments with '"
                        + judgments.queries().firstKey()
                        + "'; do both belong to one collection?");
    }
}
