package org.isogloss.retrieval.metric;

/** Success at a cutoff: 1 if a relevant passage is among the k best; trec_eval's m_success.c. */
public final class Success implements Metric {
    private final int cutoff;

    /** Success among the k best, k at least 1. */
    public Success(int k) {
        cutoff = new Cutoff(k).k();
    }

    @Override
    public String id() {
        return "success_" + cutoff;
    }

    @Override
    public String name() {
        return "Success@" + cutoff;
    }

    @Override
    public String meaning() {
        return cutoff == 1
                ? "Whether a relevant passage stands first."
                : "Whether a relevant passage is among the " + cutoff + " best.";
    }

    @Override
    public double value(GradedRanks ranking) {
        return ranking.found(cutoff) > 0 ? 1 : 0;
    }
}
