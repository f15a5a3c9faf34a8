package org.isogloss.retrieval.metric;

import java.util.List;

/** The metrics that are computed of every pool. */
public final class Metrics {
    private static final List<Metric> ALL =
            List.of(new AveragePrecision(), new RecallAt(1), new RecallAt(10));

    private Metrics() {}

    /** Every metric, in the order they are written. */
    public static List<Metric> all() {
        return ALL;
    }
}
