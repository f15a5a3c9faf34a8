package org.isogloss.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a comparison of this size could have found.
 *
 * @param standardError of the difference
 * @param variance where it comes from
 * @param alpha the test's level of significance
 */
record Power(double standardError, Variance variance, double alpha) {
    /** The chance of telling the difference that is asked for. */
    static final double WANTED = 0.8;

    /**
     * The least true difference that a two-sided test tells with a chance of 80 %: (t(1 − α/2) +
     * t(.8)) standard errors (H. S. Bloom, Minimum detectable effects, Evaluation Review 19, 1995);
     * NaN if nothing varies, as between a run and itself, since then there is no error to go by.
     */
    double minimalDetectable() {
        return standardError > 0 ? multiple() * standardError : Double.NaN;
    }

    /**
     * How many more clusters it takes to tell a true difference with a chance of 80 %, if they vary
     * as those there are; null if no number is enough, because the difference is 0 or the seeds
     * vary too much.
     */
    Long moreClusters(double difference, int clusters) {
        double wanted = Math.pow(difference / multiple(), 2);
        double share = variance.clusterShare();
        double ofClusters = share * standardError * standardError;
        double ofSeeds = (1 - share) * standardError * standardError;
        if (!(wanted > ofSeeds)) {
            return null;
        }
        double all = Math.ceil(clusters * ofClusters / (wanted - ofSeeds));
        return Math.max(0, (long) all - clusters);
    }

    private double multiple() {
        TDistribution t = TDistribution.of(variance.degrees());
        return t.inverseCumulativeProbability(1 - alpha / 2)
                + t.inverseCumulativeProbability(WANTED);
    }
}
