package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.NamedTensor;
import org.isogloss.encoder.Safetensors;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.StrategyChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class ModelInterpolationTest {
    private static final double WEIGHT = .25;

    @TempDir private Path folder;
    private List<RunFolder> runs;

    @BeforeEach
    void plan() throws IOException {
        runs =
                TinyStudy.in(
                                folder,
                                20,
                                List.of(
                                        StrategyChoice.of("monolingual"),
                                        StrategyChoice.of("cross-lingual"),
                                        new StrategyChoice(
                                                "interpolation", Map.of("weight", WEIGHT))))
                        .plan()
                        .stream()
                        .map(this::create)
                        .toList();
    }

    @Test
    void isTheMeanOfTwoRunsWeightByWeightAndScoredAsTheyAre() throws IOException {
        runs.forEach(run -> assertThat(execute(run)).isEqualTo(RunPhase.FINISHED));

        RunFolder mean = runs.get(2);
        try (Safetensors a = weights(0);
                Safetensors b = weights(1);
                Safetensors mixed = weights(2)) {
            assertThat(mixed.names()).isEqualTo(a.names());
            for (String name : mixed.names()) {
                float[] one = values(a.tensor(name));
                float[] two = values(b.tensor(name));
                float[] found = values(mixed.tensor(name));
                for (int i = 0; i < found.length; i++) {
                    assertThat(found[i])
                            .isEqualTo((float) (WEIGHT * one[i] + (1 - WEIGHT) * two[i]));
                }
            }
        }
        assertThat(mean.evaluations().get(0).macro())
                .isNotEqualTo(runs.get(0).evaluations().get(0).macro())
                .isNotEqualTo(runs.get(1).evaluations().get(0).macro());
        assertThat(mean.zeroShot()).as("that of its sources").isEmpty();
        assertThat(mean.evaluations().get(0).zeroShot())
                .isEqualTo(runs.get(0).evaluations().get(0).zeroShot());
        assertThat(mean.state().parameters()).isEqualTo(runs.get(0).state().parameters());
        assertThat(mean.checkpoints()).doesNotExist();
    }

    @Test
    void saysInItsCardWhatItIsMadeOf() throws IOException {
        runs.forEach(ModelInterpolationTest::execute);

        Path first = runs.get(0).model().resolve("model.safetensors");
        assertThat(Files.readString(runs.get(2).model().resolve("README.md")))
                .contains("θ = a A + (1 − a) B with a = 0.25, made without training")
                .contains("A: the model of run `monolingual-pico-1`")
                .contains(Fingerprint.of(first))
                .contains("B: the model of run `cross-lingual-pico-1`")
                .contains("| `held-out` | ")
                .doesNotContain("trained by Isogloss with");
    }

    @Test
    void endsTheSameWhenItWasStoppedWhileItWasScored() throws IOException {
        execute(runs.get(0));
        execute(runs.get(1));
        RunFolder mean = runs.get(2);
        RunPhase first =
                new ExperimentRun(mean, new Compute(ComputeDevice.CPU, 1))
                        .execute(
                                () -> Files.exists(mean.model().resolve("model.safetensors")),
                                Progress.NONE);
        byte[] weights = Files.readAllBytes(mean.model().resolve("model.safetensors"));

        assertThat(first).isEqualTo(RunPhase.CANCELLED);
        assertThat(mean.evaluations()).isEmpty();
        assertThat(execute(mean)).isEqualTo(RunPhase.FINISHED);
        assertThat(mean.model().resolve("model.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void refusesToBeMadeOfRunsThatAreNotFinished() {
        execute(runs.get(0));

        assertThatThrownBy(() -> execute(runs.get(2)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "cross-lingual-pico-1: is not finished, but interpolation-0.25-pico-1 is a"
                                + " mean of it");
        assertThat(runs.get(2).state().phase()).isEqualTo(RunPhase.FAILED);
    }

    private RunFolder create(ExperimentSpec spec) {
        return RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
    }

    private Safetensors weights(int run) {
        return new Safetensors(runs.get(run).model().resolve("model.safetensors"));
    }

    private static float[] values(NamedTensor tensor) throws IOException {
        FloatBuffer values = FloatBuffer.allocate((int) tensor.size());
        tensor.values().read(0, values);
        return values.array();
    }

    private static RunPhase execute(RunFolder run) {
        return new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1))
                .execute(Cancellation.NEVER, Progress.NONE);
    }
}
