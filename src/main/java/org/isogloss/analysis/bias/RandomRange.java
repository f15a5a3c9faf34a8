package org.isogloss.analysis.bias;

/**
 * The range (greatest minus least) of n different ranks drawn from N, each draw as likely as
 * another: what rank distance is under random ranking.
 *
 * <p>P(range = d) = (N − d) · C(d − 1, n − 2) / C(N, n) for n − 1 ≤ d ≤ N − 1, since the least rank
 * has N − d places and n − 2 ranks lie between; the mean is (N + 1)(n − 1)/(n + 1).
 *
 * @param pool N
 * @param ranks n, from 2 to N
 */
record RandomRange(int pool, int ranks) {
    /** Chances are told as if so many draws had been made, since centres count whole values. */
    private static final double DRAWS = 1e12;

    /** The mean. */
    double mean() {
        return (pool + 1.0) * (ranks - 1) / (ranks + 1);
    }

    /** The centre of the distribution. */
    double centre(Centre centre) {
        double[] ranges = new double[pool - ranks + 1];
        double[] chances = new double[ranges.length];
        double log = Math.log(pool - ranks + 1.0);
        for (int i = 0; i < ranks; i++) {
            log -= Math.log((pool - i) / (double) (ranks - i));
        }
        for (int i = 0; i < ranges.length; i++) {
            double d = ranks - 1.0 + i;
            ranges[i] = d;
            chances[i] = DRAWS * Math.exp(log);
            // P(d + 1) / P(d)
            log += Math.log((pool - d - 1) / (pool - d) * d / (d - ranks + 2));
        }
        return centre.of(ranges, chances);
    }
}
