package org.isogloss.retrieval.metric;

/**
 * Average precision over the full ranking: the mean over all relevant passages of the precision at
 * each one's rank, 0 for one that is not found.
 *
 * <p>AP = (1/R) Σᵢ i / rᵢ with r₁ &lt; r₂ &lt; … the ranks found and R the number relevant;
 * trec_eval's m_map.c. The mean over questions is mAP.
 */
public final class AveragePrecision implements Metric {
    @Override
    public String id() {
        return "map";
    }

    @Override
    public String name() {
        return "mAP";
    }

    @Override
    public String meaning() {
        return "Mean over the relevant passages of the precision at each one's rank.";
    }

    @Override
    public double value(int[] ranks, int relevant) {
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (i + 1.0) / ranks[i];
        }
        return sum / relevant;
    }
}
