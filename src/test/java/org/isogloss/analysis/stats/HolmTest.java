package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** The worked example of the encyclopedias: at .05 the first and last are rejected. */
    @Test
    void correctsTheWorkedExample() {
        assertThat(Holm.adjusted(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    }

    /** p.adjust(c(.01, .02, .03, .04, .05), "holm") in R: .05 .08 .09 .09 .09. */
    @Test
    void neverFallsBelowASmallerP() {
        assertThat(Holm.adjusted(new double[] {.05, .04, .03, .02, .01}))
                .containsExactly(new double[] {.09, .09, .09, .08, .05}, within(1e-12));
    }

    @Test
    void endsAtOneAndSkipsWhatWasNotTested() {
        assertThat(Holm.adjusted(new double[] {.6, Double.NaN, .4}))
                .containsExactly(.8, Double.NaN, .8);
    }
}
