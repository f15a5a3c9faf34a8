package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {
    /**
     * Cohen (1988): 34 pairs tell a difference of half a standard deviation, 199 one of a fifth.
     */
    @Test
    void agreesWithCohensTables() {
        assertThat(power(34, 1).minimalDetectable()).isCloseTo(.5, within(.01));
        assertThat(power(199, 1).minimalDetectable()).isCloseTo(.2, within(.002));
    }

    @Test
    void cannotTellWhatItWouldDetectWhereNothingVaries() {
        assertThat(power(34, 0).minimalDetectable()).isNaN();
    }

    @Test
    void asksForAsManyMoreAsTheSquareOfTheRatio() {
        Power power = power(100, 1);
        double half = power.minimalDetectable() / 2;

        assertThat(power.moreClusters(half, 100)).isEqualTo(300);
        assertThat(power.moreClusters(-2 * half, 100)).isZero();
    }

    @Test
    void saysThatNoNumberOfQuestionsReplacesSeeds() {
        Power power = new Power(.1, new Variance(.002, 99, .004, 2, .004, 2), .05);

        assertThat(power.moreClusters(.05, 100)).isNull();
        assertThat(power(100, 1).moreClusters(0, 100)).isNull();
    }

    /** Welch's degrees of freedom of two samples of 3 with equal variances are 4. */
    @Test
    void addsDegreesOfFreedomAsWelch() {
        assertThat(new Variance(0, 99, .004, 2, .004, 2).degrees()).isCloseTo(4, within(1e-12));
        assertThat(new Variance(.01, 99, 0, 0, 0, 0).degrees()).isEqualTo(99);
    }

    private static Power power(int pairs, double deviation) {
        double variance = deviation * deviation / pairs;
        return new Power(Math.sqrt(variance), new Variance(variance, pairs - 1, 0, 0, 0, 0), .05);
    }
}
