package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Resampling of clusters, and of seeds where a side has several: what the quantities might have
 * been with other questions and other seeds.
 *
 * <p>Clusters are drawn with replacement, the same for all runs, so that runs stay paired. Seeds
 * are crossed with questions, so each is drawn on its own: for every resample seeds first, then
 * clusters (A. B. Owen, The pigeonhole bootstrap, Annals of Applied Statistics 1, 2007).
 *
 * @param resamples how many, B
 * @param seed decides the draws
 */
record Bootstrap(int resamples, long seed) {

    /**
     * The quantities in every resample.
     *
     * @return {@code [3][O][B]}: side A, side B and A minus B; NaN where a resample has no question
     */
    double[][][] of(AlignedRuns runs, Contrast contrast) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom seeds = random.split();
        double[][][] found = new double[Contrast.COUNT][runs.quantities()][resamples];
        double[][] values = new double[runs.runs()][runs.quantities()];
        AlignedRuns.Totals totals = runs.new Totals();
        int[] times = new int[runs.clusters()];
        for (int resample = 0; resample < resamples; resample++) {
            draw(times, random);
            totals.clear();
            for (int k = 0; k < times.length; k++) {
                if (times[k] > 0) {
                    totals.add(k, times[k]);
                }
            }
            totals.values(values);
            double[] inSide = contrast.drawn(seeds);
            for (int o = 0; o < runs.quantities(); o++) {
                double[] three = contrast.of(values, o, inSide);
                for (int c = 0; c < Contrast.COUNT; c++) {
                    found[c][o][resample] = three[c];
                }
            }
        }
        return found;
    }

    private static void draw(int[] times, SplittableRandom random) {
        Arrays.fill(times, 0);
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
    }
}
