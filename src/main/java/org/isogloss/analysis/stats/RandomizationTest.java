package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Paired randomisation test: if two systems were alike, either could have got either's scores, so
 * that the sign of each cluster's difference is a coin's.
 *
 * <p>Two-sided p values of the sum of differences under flips of their signs (R. A. Fisher, The
 * Design of Experiments, 1935, §21; for retrieval Smucker, Allan and Carterette, CIKM 2007). Up to
 * {@value #EXACT} differences other than 0 every flip is counted; beyond that signs are drawn, and
 * p = (b + 1) / (m + 1) where b of m draws are as large as what was seen, which is never 0 (Phipson
 * and Smyth, Statistical Applications in Genetics and Molecular Biology 9, 2010).
 *
 * @param draws m, how often signs are drawn
 * @param seed decides the draws; the same signs are drawn for all quantities
 */
public record RandomizationTest(int draws, long seed) {
    /** Up to so many clusters that differ, every flip is counted. */
    static final int EXACT = 16;

    /** Sums that differ by less than this share of all differences are equal but for rounding. */
    private static final double ROUNDING = 1e-10;

    /**
     * Tests several quantities.
     *
     * @param differences {@code [K][O]}, the difference of each of K clusters in each of O
     *     quantities; a quantity's sum is what is tested
     * @return {@code [O]} p values
     */
    public double[] p(double[][] differences) {
        int quantities = differences.length == 0 ? 0 : differences[0].length;
        double[][] columns = new double[quantities][];
        for (int o = 0; o < quantities; o++) {
            columns[o] = column(differences, o);
        }
        double[] p = new double[quantities];
        boolean[] few = new boolean[quantities];
        for (int o = 0; o < quantities; o++) {
            few[o] = isExact(columns[o]);
            p[o] = few[o] ? exact(columns[o]) : Double.NaN;
        }
        if (IntStream.range(0, quantities).anyMatch(o -> !few[o])) {
            double[] drawn = drawn(differences, columns);
            IntStream.range(0, quantities).filter(o -> !few[o]).forEach(o -> p[o] = drawn[o]);
        }
        return p;
    }

    /** One column of a matrix. */
    static double[] column(double[][] matrix, int column) {
        return Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
    }

    /** True if so few differences are other than 0 that every flip is counted. */
    static boolean isExact(double[] differences) {
        return IntStream.range(0, differences.length).filter(k -> differences[k] != 0).count()
                <= EXACT;
    }

    /** Counts every flip, in the order of a Gray code: one sign changes at a time. */
    private static double exact(double[] all) {
        double[] differences =
                IntStream.range(0, all.length)
                        .mapToDouble(k -> all[k])
                        .filter(d -> d != 0)
                        .toArray();
        double threshold = threshold(all);
        double sum = sum(differences);
        long flips = 1L << differences.length;
        long asLarge = 0;
        boolean[] flipped = new boolean[differences.length];
        for (long flip = 1; flip <= flips; flip++) {
            asLarge += Math.abs(sum) >= threshold ? 1 : 0;
            if (flip < flips) {
                int changed = Long.numberOfTrailingZeros(flip);
                sum += (flipped[changed] ? 2 : -2) * differences[changed];
                flipped[changed] = !flipped[changed];
            }
        }
        return (double) asLarge / flips;
    }

    private double[] drawn(double[][] differences, double[][] columns) {
        int quantities = columns.length;
        double[] thresholds = new double[quantities];
        for (int o = 0; o < quantities; o++) {
            thresholds[o] = threshold(columns[o]);
        }
        int[] asLarge = new int[quantities];
        double[] sums = new double[quantities];
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(sums, 0);
            long signs = 0;
            for (int k = 0; k < differences.length; k++) {
                signs = k % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
                add(differences[k], (signs & 1) == 0 ? 1 : -1, sums);
            }
            for (int o = 0; o < quantities; o++) {
                asLarge[o] += Math.abs(sums[o]) >= thresholds[o] ? 1 : 0;
            }
        }
        return IntStream.of(asLarge).mapToDouble(b -> (b + 1.0) / (draws + 1.0)).toArray();
    }

    private static void add(double[] row, double sign, double[] sums) {
        for (int o = 0; o < sums.length; o++) {
            sums[o] += sign * row[o];
        }
    }

    private static double threshold(double[] differences) {
        double size = 0;
        for (double difference : differences) {
            size += Math.abs(difference);
        }
        return Math.abs(sum(differences)) - ROUNDING * size;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
