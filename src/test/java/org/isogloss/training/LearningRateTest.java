package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateTest {
    @ParameterizedTest
    @CsvSource({
        // 10 of 100 steps warm up: the first has a tenth, the tenth all, the middle of the rest
        // half
        "10, 0, 0, 0.1",
        "10, 0, 9, 1",
        "10, 0, 10, 1",
        "10, 0, 55, 0.5",
        "10, 0, 99, 0.0111111",
        // a floor holds the end up, and leaves the beginning alone
        "10, 0.02, 99, 0.02",
        "10, 0.02, 0, 0.1",
        "10, 1, 99, 1",
        "10, 1, 4, 0.5",
        // no warm-up, and nothing but warm-up
        "0, 0, 0, 1",
        "0, 0, 50, 0.5",
        "100, 0, 0, 0.01",
        "100, 0, 99, 1"
    })
    void risesThenFallsToTheFloor(int warmUp, double floor, int step, double share) {
        assertThat(new LearningRate(2, warmUp, 100, floor).at(step))
                .isCloseTo(2 * share, within(1e-6));
    }

    @Test
    void takesTheWarmUpAsAShareOfTheSteps() {
        TrainingSettings settings = TrainingSettings.of(Map.of("steps", 600.0, "warmUp", 0.1));
        assertThat(LearningRate.of(settings)).isEqualTo(new LearningRate(3e-5, 60, 600, 0));
    }
}
