package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.junit.jupiter.api.Test;

class StrategyStyleTest {
    @Test
    void hasAStyleForEveryBatchStrategyAndForMeansOfModels() {
        assertThat(StrategyStyle.all())
                .extracting(StrategyStyle::id)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        BatchStrategies.all().stream().map(BatchStrategy::id),
                                        Stream.of("interpolation"))
                                .toList());
    }

    @Test
    void tellsStrategiesApartWithoutColour() {
        assertThat(StrategyStyle.all()).extracting(StrategyStyle::mark).doesNotHaveDuplicates();
        assertThat(StrategyStyle.all()).extracting(StrategyStyle::dash).doesNotHaveDuplicates();
    }

    @Test
    void shadesHybridsByTheirShareOfMonolingualBatches() {
        List<Double> luminances =
                List.of(.25, .5, .75).stream()
                        .map(alpha -> StrategyStyle.hybrid(alpha).colour())
                        .map(ColourScale::luminance)
                        .toList();

        assertThat(StrategyStyle.hybrid(.5).colour()).isEqualTo(new Color(0x009E73));
        assertThat(luminances.get(0)).isGreaterThan(luminances.get(1) + .1);
        assertThat(luminances.get(2)).isLessThan(luminances.get(1) - .1);
    }

    @Test
    void namesTheStrategiesThatThereAre() {
        assertThatThrownBy(() -> StrategyStyle.of("monolingal"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'monolingal'")
                .hasMessageContaining("english-only");
    }
}
