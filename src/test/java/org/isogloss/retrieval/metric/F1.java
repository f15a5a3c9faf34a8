package org.isogloss.retrieval.metric;

/** The harmonic mean of precision and recall at a cutoff (van Rijsbergen, 1979, chapter 7). */
public final class F1 implements Metric {
    private final int cutoff;

    /** F1 of the k best, k at least 1. */
    public F1(int k) {
        cutoff = new Cutoff(k).k();
    }

    @Override
    public String id() {
        return "F1_" + cutoff;
    }

    @Override
    public String name() {
        return "F1@" + cutoff;
    }

    @Override
    public String meaning() {
        return "Harmonic mean of precision and recall of the " + cutoff + " best.";
    }

    @Override
    public double value(GradedRanks ranking) {
        int relevant = ranking.relevant();
        return relevant == 0 ? 0 : 2.0 * ranking.found(cutoff) / (cutoff + relevant);
    }
}
