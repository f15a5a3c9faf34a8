package org.isogloss.retrieval.metric;

/**
 * Recall at a cutoff: the share of all relevant passages among the k best; trec_eval's m_recall.c.
 *
 * <p>With more than k relevant passages it cannot reach 1.
 */
public final class RecallAt implements Metric {
    private final int cutoff;

    /** Recall at a cutoff of at least 1. */
    public RecallAt(int cutoff) {
        this.cutoff = cutoff;
    }

    @Override
    public String id() {
        return "recall_" + cutoff;
    }

    @Override
    public String name() {
        return "Recall@" + cutoff;
    }

    @Override
    public String meaning() {
        return cutoff == 1
                ? "Share of the relevant passages that stands first."
                : "Share of the relevant passages among the " + cutoff + " best.";
    }

    @Override
    public double value(int[] ranks, int relevant) {
        int found = 0;
        while (found < ranks.length && ranks[found] <= cutoff) {
            found++;
        }
        return (double) found / relevant;
    }
}
