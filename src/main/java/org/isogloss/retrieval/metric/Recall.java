package org.isogloss.retrieval.metric;

/**
 * Recall at a cutoff: the share of all relevant passages among the k best; trec_eval's m_recall.c.
 *
 * <p>With more than k relevant passages it cannot reach 1.
 */
public final class Recall implements Metric {
    private final int cutoff;

    /** Recall among the k best, k at least 1. */
    public Recall(int k) {
        cutoff = new Cutoff(k).k();
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
    public double value(GradedRanks ranking) {
        return ranking.relevant() == 0 ? 0 : (double) ranking.found(cutoff) / ranking.relevant();
    }
}
