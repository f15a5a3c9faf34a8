package org.isogloss.retrieval.metric;

/**
 * Normalised discounted cumulative gain: the grades found, each divided by the logarithm of its
 * rank, relative to the best that a ranking can reach (Järvelin and Kekäläinen, ACM TOIS 20, 2002).
 *
 * <p>nDCG = Σ g(r) / log₂(r + 1), divided by the same sum over all grades in descending order; both
 * sums end at the cutoff. The gain is the grade itself, not 2^grade − 1; a grade of 0 or less gains
 * nothing; the relevance level does not matter. trec_eval's m_ndcg.c and m_ndcg_cut.c.
 */
public final class Ndcg implements Metric {
    private static final double LN_2 = Math.log(2);

    private final Cutoff cutoff;

    /** nDCG over the full ranking. */
    public Ndcg() {
        this(Cutoff.NONE);
    }

    /** nDCG over the k best, k at least 1. */
    public Ndcg(int k) {
        cutoff = new Cutoff(k);
    }

    @Override
    public String id() {
        return cutoff.id("ndcg", "ndcg_cut");
    }

    @Override
    public String name() {
        return cutoff.name("nDCG");
    }

    @Override
    public String meaning() {
        return "Sum of the grades among "
                + cutoff.words()
                + ", each less the lower it stands, relative to the best order.";
    }

    @Override
    public double value(GradedRanks ranking) {
        double sum = 0;
        int judged = ranking.judged(cutoff.k());
        for (int i = 0; i < judged; i++) {
            if (ranking.grade(i) > 0) {
                sum += discounted(ranking.grade(i), ranking.judgedRank(i));
            }
        }
        return sum == 0 ? 0 : sum / ideal(ranking);
    }

    private double ideal(GradedRanks ranking) {
        double sum = 0;
        for (int i = 0; i < Math.min(cutoff.k(), ranking.gains()); i++) {
            sum += discounted(ranking.gain(i), i + 1);
        }
        return sum;
    }

    private static double discounted(int gain, int rank) {
        return gain / (Math.log(rank + 1.0) / LN_2);
    }
}
