package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {
    @Test
    void declaresEveryComponentAsASetting() {
        assertThat(TrainingSettings.settings())
                .extracting(Setting::id)
                .containsExactly(
                        Arrays.stream(TrainingSettings.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toArray(String[]::new));
        assertThat(TrainingSettings.settings())
                .allSatisfy(setting -> assertThat(setting.problem(setting.standard())).isEmpty());
    }

    @Test
    void startsFromThePapersNumbers() {
        TrainingSettings standard = TrainingSettings.standard();
        assertThat(standard.learningRate()).isEqualTo(3e-5);
        assertThat(standard.weightDecay()).isEqualTo(0.01);
        assertThat(standard.symmetric()).isFalse();
    }

    @Test
    void takesValuesById() {
        TrainingSettings settings =
                TrainingSettings.of(Map.of("steps", 600.0, "symmetric", 1.0, "clip", 0.0));
        assertThat(settings.steps()).isEqualTo(600);
        assertThat(settings.symmetric()).isTrue();
        assertThat(settings.clip()).isZero();
    }

    @Test
    void looksAtTheWeightsBeforeTheFirstStepAndAfterEqualShares() {
        assertThat(probed(30, 4)).containsExactly(0, 8, 15, 23, 30);
        assertThat(probed(3, 12)).containsExactly(0, 1, 2, 3);
        assertThat(probed(30, 1)).containsExactly(0, 30);
        assertThat(probed(30, 0)).isEmpty();
    }

    private static List<Integer> probed(int steps, int probes) {
        TrainingSettings settings =
                TrainingSettings.of(Map.of("steps", (double) steps, "probes", (double) probes));
        return IntStream.rangeClosed(0, steps).filter(settings::probedAfter).boxed().toList();
    }

    @Test
    void returnsFromJsonAsItWas(@TempDir Path folder) {
        TrainingSettings settings = TrainingSettings.of(Map.of("learningRate", 0.1 + 0.2));
        JsonFile.write(folder.resolve("settings.json"), settings);
        assertThat(JsonFile.read(folder.resolve("settings.json"), TrainingSettings.class))
                .isEqualTo(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "learningrate, 0.1, training has no setting 'learningrate'; it has steps",
        "temperature, 0, temperature is 0.0 but must lie between 0.001 and 10.0",
        "temperature, NaN, temperature is NaN but must lie between 0.001 and 10.0",
        "symmetric, 0.5, symmetric is 0.5 but must be a whole number",
        "steps, 10.5, steps is 10.5 but must be a whole number"
    })
    void refusesWhatIsUnknownOrOutOfRange(String id, double value, String message) {
        assertThatThrownBy(() -> TrainingSettings.of(Map.of(id, value)))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message);
    }
}
