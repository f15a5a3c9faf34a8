package org.isogloss.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSpreadTest {
    private static final List<Macro> THREE =
            List.of(
                    new Macro(.79, .67, .54, .70, .56, .47, 410.2, .9),
                    new Macro(.80, .70, .59, .71, .60, .52, 286.6, .8),
                    new Macro(.78, .71, .6, .69, .61, .5, 300.4, .7));

    private static double[] numbers(Macro m) {
        return new double[] {
            m.monolingualMap(),
            m.crossLingualMap(),
            m.multilingualMap(),
            m.monolingualRecall1(),
            m.crossLingualRecall1(),
            m.multilingualRecall10(),
            m.rankDistance(),
            m.ownLanguageTop1()
        };
    }

    /** With the three rows above as x: numpy's {@code x.mean(0)} and {@code x.std(0, ddof=1)}. */
    @Test
    void agreesWithNumpy() {
        SeedSpread spread = SeedSpread.of(THREE);
        assertThat(spread.seeds()).isEqualTo(3);
        assertThat(numbers(spread.mean()))
                .containsExactly(
                        new double[] {
                            0.79,
                            0.6933333333333334,
                            0.5766666666666667,
                            0.7,
                            0.59,
                            0.49666666666666665,
                            332.4,
                            0.8
                        },
                        within(1e-12));
        assertThat(numbers(spread.deviation()))
                .containsExactly(
                        new double[] {
                            0.01,
                            0.02081665999466128,
                            0.032145502536643146,
                            0.01,
                            0.026457513110645866,
                            0.025166114784235853,
                            67.72916653850096,
                            0.1
                        },
                        within(1e-12));
    }

    @Test
    void hasNoDeviationForOneSeed() {
        SeedSpread spread = SeedSpread.of(THREE.subList(0, 1));
        assertThat(spread.mean()).isEqualTo(THREE.get(0));
        assertThat(numbers(spread.deviation())).containsOnly(Double.NaN);
    }

    @Test
    void refusesNoRuns() {
        assertThatThrownBy(() -> SeedSpread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
