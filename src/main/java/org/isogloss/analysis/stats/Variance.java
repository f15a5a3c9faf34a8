package org.isogloss.analysis.stats;

/**
 * Where the variance of a number comes from: which questions were asked, and which seeds were run.
 *
 * @param clusters the part of the questions
 * @param clusterDegrees its degrees of freedom
 * @param seedsA the part of side A's seeds, 0 where it has one
 * @param degreesA its degrees of freedom
 * @param seedsB the part of side B's seeds, 0 where it has one
 * @param degreesB its degrees of freedom
 */
record Variance(
        double clusters,
        double clusterDegrees,
        double seedsA,
        double degreesA,
        double seedsB,
        double degreesB) {

    /** The questions' part of the whole, from 0 to 1; 1 if nothing varies. */
    double clusterShare() {
        double all = clusters + seedsA + seedsB;
        return all > 0 ? clusters / all : 1;
    }

    /** Degrees of freedom of the sum (F. E. Satterthwaite, Biometrics Bulletin 2, 1946). */
    double degrees() {
        double all = clusters + seedsA + seedsB;
        double parts =
                part(clusters, clusterDegrees) + part(seedsA, degreesA) + part(seedsB, degreesB);
        return all > 0 ? all * all / parts : clusterDegrees;
    }

    private static double part(double variance, double degrees) {
        return variance > 0 ? variance * variance / degrees : 0;
    }
}
