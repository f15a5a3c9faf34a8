package org.isogloss.retrieval.metric;

/**
 * The share of the k best that somebody judged: how far the other numbers can be believed.
 *
 * <p>Not in trec_eval 9; our definition is Judged@k of ir-measures: passages with a judgment of any
 * grade among the k best, divided by k or, where fewer were ranked, by their number. It says
 * nothing of relevance. trec_eval 10 has the complement, {@code unj}, but divides by k always and
 * takes negative grades for unjudged.
 */
public final class Judged implements Metric {
    private final int cutoff;

    /** Judgments among the k best, k at least 1. */
    public Judged(int k) {
        cutoff = new Cutoff(k).k();
    }

    @Override
    public String id() {
        return "judged_" + cutoff;
    }

    @Override
    public String name() {
        return "Judged@" + cutoff;
    }

    @Override
    public String meaning() {
        return "Share of the " + cutoff + " best that has a judgment.";
    }

    @Override
    public double value(GradedRanks ranking) {
        int best = Math.min(cutoff, ranking.retrieved());
        return best == 0 ? 0 : (double) ranking.judged(cutoff) / best;
    }
}
