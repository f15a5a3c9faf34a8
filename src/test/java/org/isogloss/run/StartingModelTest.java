package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.encoder.Pooling;
import org.isogloss.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class StartingModelTest {
    private static TrainingSettings settings(ModelConfig config, Map<String, Double> named) {
        ModelDescription description =
                new ModelDescription(config, Pooling.MEAN, true, 16, Path.of("tokenizer.json"));
        return new StartingModel(description, null, null).settings(named);
    }

    @Test
    void takesTheBackbonesDropoutWhereTheSpecNamesNone() {
        ModelConfig config =
                new ModelConfig("bert", 50, 8, 1, 2, 12, 20, 1, 1e-5, 0, 0.25, 0.35, 0.02);
        TrainingSettings none = settings(config, Map.of("steps", 3.0));
        assertThat(none.dropout()).isEqualTo(0.25);
        assertThat(none.attentionDropout()).isEqualTo(0.35);
        assertThat(none.steps()).isEqualTo(3);
        TrainingSettings some = settings(config, Map.of("dropout", 0.5));
        assertThat(some.dropout()).isEqualTo(0.5);
        assertThat(some.attentionDropout()).isEqualTo(0.35);
    }

    @Test
    void dropsNothingOutOfABagUnlessAsked() {
        assertThat(settings(ModelConfig.bag(50, 8, 20), Map.of()).dropout()).isZero();
    }
}
