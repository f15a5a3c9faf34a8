package org.isogloss.report;

import java.util.List;
import org.isogloss.analysis.stats.Quantity;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.Scope;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.Numbers;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/**
 * What the cells of heatmaps say: a metric, and the pool that questions are searched in.
 *
 * @param metric its id in score files
 */
public record CellMeasure(String metric, Pool pool) {
    /** Mean average precision among the candidates of each answer language. */
    public static final CellMeasure MAP = new CellMeasure("map", Pool.ANSWER_LANGUAGE);

    /** Mean average precision in either pool, which summaries tell. */
    public static final List<CellMeasure> USUAL =
            List.of(MAP, new CellMeasure("map", Pool.ALL_LANGUAGES));

    /** What a question is searched in. */
    public enum Pool {
        /** The candidates of one answer language: a cell for each pair of languages. */
        ANSWER_LANGUAGE,
        /** The candidates of all languages together: a cell for each question language. */
        ALL_LANGUAGES
    }

    /**
     * @throws BadInputException if no such metric is stored of every question
     */
    public CellMeasure {
        if (!metrics().contains(metric)) {
            throw new BadInputException(
                    "there are no scores of '%s' in each pool; name one of %s"
                            .formatted(metric, String.join(", ", metrics())));
        }
    }

    /** The ids of the metrics to choose from. */
    public static List<String> metrics() {
        return Metrics.stored().stream().map(Metric::id).toList();
    }

    /** The metric for people: {@code nDCG@10}. */
    public String name() {
        return Numbers.metric(metric);
    }

    /** What a cell says, in a sentence. */
    public String sentence() {
        String where =
                pool == Pool.ANSWER_LANGUAGE
                        ? "passages of the answer language alone"
                        : "passages of all languages, an answer in any of them right";
        return "%s among %s: mean over questions. Of one: %s"
                .formatted(name(), where, lowerFirst(Metrics.of(metric).meaning()));
    }

    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Its name with where questions are searched: {@code mAP, multilingual pool}. */
    public String title() {
        return name() + (pooled() ? ", multilingual pool" : ", language pairs");
    }

    /** True if summaries tell it, so that no scores need to be read. */
    public boolean summarised() {
        return metric.equals(MAP.metric);
    }

    /** What is tested: every cell of the heatmaps. */
    List<Quantity> cells(RunScores run) {
        return run.cells(metric).stream()
                .filter(cell -> (cell.scope() == Scope.MULTILINGUAL) == pooled())
                .map(cell -> Quantity.of(metric, cell))
                .toList();
    }

    /** True for the pool of all languages. */
    public boolean pooled() {
        return pool == Pool.ALL_LANGUAGES;
    }

    /** The measure of a metric by any of its names, mAP or nDCG@10. */
    public static CellMeasure of(String metric, Pool pool) {
        return new CellMeasure(Metrics.of(metric).id(), pool);
    }
}
