package org.isogloss.retrieval.metric;

/**
 * Average precision: the mean over all relevant passages of the precision at each one's rank, 0 for
 * one that is not found or stands below the cutoff. The mean over questions is mAP.
 *
 * <p>AP = (1/R) Σᵢ i / rᵢ with r₁ &lt; r₂ &lt; … the ranks found and R the number relevant;
 * trec_eval's m_map.c, and m_map_cut.c for a cutoff. There too the divisor is R, not the cutoff, so
 * that AP@k cannot reach 1 where more than k passages are relevant.
 */
public final class AveragePrecision implements Metric {
    private final Cutoff cutoff;

    /** Average precision over the full ranking. */
    public AveragePrecision() {
        this(Cutoff.NONE);
    }

    /** Average precision over the k best, k at least 1. */
    public AveragePrecision(int k) {
        cutoff = new Cutoff(k);
    }

    @Override
    public String id() {
        return cutoff.id("map", "map_cut");
    }

    @Override
    public String name() {
        return cutoff.name("mAP");
    }

    @Override
    public String meaning() {
        return "Mean over the relevant passages of the precision at each one's rank among "
                + cutoff.words()
                + ".";
    }

    @Override
    public double value(GradedRanks ranking) {
        double sum = 0;
        int found = ranking.found(cutoff.k());
        for (int i = 0; i < found; i++) {
            sum += (i + 1.0) / ranking.relevantRank(i);
        }
        return found == 0 ? 0 : sum / ranking.relevant();
    }
}
