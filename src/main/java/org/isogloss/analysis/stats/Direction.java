package org.isogloss.analysis.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.isogloss.retrieval.Score;

/** Which way a metric is better. */
public enum Direction {
    HIGHER,
    LOWER,
    /** Neither way, or not known: runs are then higher or lower, not better. */
    NEITHER;

    /** How the names of trec_eval's measures of effectiveness begin. */
    private static final List<String> EFFECTIVENESS =
            List.of("map", "ndcg", "recall", "recip_rank", "P_", "success", "Rprec", "bpref");

    /** The better direction of a metric as score files name it. */
    public static Direction of(String metric) {
        if (metric.equals(Score.RANK_DISTANCE)) {
            return LOWER;
        }
        return EFFECTIVENESS.stream().anyMatch(metric::startsWith) ? HIGHER : NEITHER;
    }

    /** The name in files: {@code higher}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
