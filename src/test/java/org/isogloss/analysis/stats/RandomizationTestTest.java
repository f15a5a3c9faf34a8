package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class RandomizationTestTest {
    /**
     * Crossed minus self-fertilised heights of Darwin's 15 pairs of maize, in eighths of an inch.
     */
    static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    /** Fisher, The Design of Experiments, §21: 1,726 of 32,768 sums are as large as 314. */
    @Test
    void countsFishersFlips() {
        assertThat(p(10, DARWIN)).isEqualTo(1726 / 32768.0);
    }

    /** The same data 1/n apart is summed in another order and must count the same flips. */
    @Test
    void isNotMovedByRounding() {
        assertThat(p(10, Arrays.stream(DARWIN).map(x -> x / 15 * .1).toArray()))
                .isEqualTo(1726 / 32768.0);
    }

    @Test
    void leavesOutWhatDoesNotDiffer() {
        double[] padded = Arrays.copyOf(DARWIN, 500);
        assertThat(p(10, padded)).isEqualTo(1726 / 32768.0);
    }

    @Test
    void saysOneOfEqualSides() {
        assertThat(p(10, new double[40])).isEqualTo(1);
    }

    /** Equal differences make the sum of signs binomial: 100 pairs of which 62 favour one side. */
    @Test
    void drawsWhatTheBinomialSays() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 62, 1);
        Arrays.fill(differences, 62, 100, -1);
        double exact = 2 * BinomialDistribution.of(100, .5).survivalProbability(61);
        int draws = 40_000;

        assertThat(p(draws, differences))
                .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / draws)));
    }

    @Test
    void neverSaysNought() {
        double[] differences = new double[60];
        Arrays.fill(differences, 1);

        assertThat(p(999, differences)).isEqualTo(1 / 1000.0);
    }

    @Test
    void testsSeveralQuantitiesAsEachAlone() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] both = new double[70][2];
        for (double[] row : both) {
            row[0] = random.nextDouble() - .4;
            row[1] = random.nextDouble() - .5;
        }
        RandomizationTest test = new RandomizationTest(500, 3);

        assertThat(test.p(both))
                .containsExactly(test.p(column(both, 0))[0], test.p(column(both, 1))[0]);
    }

    private static double[][] column(double[][] matrix, int column) {
        return Arrays.stream(matrix).map(r -> new double[] {r[column]}).toArray(double[][]::new);
    }

    private static double p(int draws, double[] differences) {
        double[][] matrix =
                Arrays.stream(differences).mapToObj(d -> new double[] {d}).toArray(double[][]::new);
        return new RandomizationTest(draws, 1).p(matrix)[0];
    }
}
