package org.isogloss.retrieval.metric;

/**
 * Reciprocal rank: 1 divided by the rank of the first relevant passage, 0 if none is found or it
 * stands below the cutoff. The mean over questions is MRR.
 *
 * <p>trec_eval's m_recip_rank.c; with a cutoff k what {@code trec_eval -M k -m recip_rank} gives,
 * and MS MARCO's MRR@10 for k = 10.
 */
public final class ReciprocalRank implements Metric {
    private final Cutoff cutoff;

    /** Reciprocal rank in the full ranking. */
    public ReciprocalRank() {
        this(Cutoff.NONE);
    }

    /** Reciprocal rank among the k best, k at least 1. */
    public ReciprocalRank(int k) {
        cutoff = new Cutoff(k);
    }

    @Override
    public String id() {
        return cutoff.id("recip_rank", "recip_rank_cut");
    }

    @Override
    public String name() {
        return cutoff.name("MRR");
    }

    @Override
    public String meaning() {
        return "1 divided by the rank of the first relevant passage among " + cutoff.words() + ".";
    }

    @Override
    public double value(GradedRanks ranking) {
        boolean any = ranking.found() > 0 && ranking.relevantRank(0) <= cutoff.k();
        return any ? 1.0 / ranking.relevantRank(0) : 0;
    }
}
