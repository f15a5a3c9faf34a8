package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceShiftTest {
    private static DistanceShift.Side side(Integer... distances) {
        return new DistanceShift.Side("run", StrategyStyle.of("mixed"), List.of(distances));
    }

    @Test
    void countsQuestionByQuestion() {
        DistanceShift shift =
                new DistanceShift(
                        side(10, 20, 30, 40, 50, 60, 70, 80),
                        side(9, 19, 29, 39, 49, 60, 71, 81),
                        Provenance.UNKNOWN);

        assertThat(List.of(shift.share(-1), shift.share(0), shift.share(1)))
                .containsExactly(.625, .125, .25);
        assertThat(shift.subtitle())
                .contains(
                        "closer together under run for 63 %", "as far for 13 %", "apart for 25 %");
    }

    @Test
    void takesTheMiddleForTheMedian() {
        assertThat(side(30, 10, 20).median()).isEqualTo(20);
        assertThat(side(30, 10, 20, 100).median()).isEqualTo(25);
    }

    @Test
    void refusesRunsOfOtherQuestions() {
        assertThatThrownBy(() -> new DistanceShift(side(1), side(1, 2), Provenance.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
