package org.isogloss.retrieval.metric;

/**
 * Precision at a cutoff: the share of relevant passages among the k best; trec_eval's m_P.c.
 *
 * <p>Where fewer than k passages were ranked the rest counts as not relevant, so that with fewer
 * than k relevant passages it cannot reach 1.
 */
public final class Precision implements Metric {
    private final int cutoff;

    /** Precision among the k best, k at least 1. */
    public Precision(int k) {
        cutoff = new Cutoff(k).k();
    }

    @Override
    public String id() {
        return "P_" + cutoff;
    }

    @Override
    public String name() {
        return "P@" + cutoff;
    }

    @Override
    public String meaning() {
        return "Share of relevant passages among the " + cutoff + " best.";
    }

    @Override
    public double value(GradedRanks ranking) {
        return (double) ranking.found(cutoff) / cutoff;
    }
}
