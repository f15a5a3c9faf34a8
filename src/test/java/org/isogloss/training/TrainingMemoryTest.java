package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.Weights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
    private static final int V = 1000;
    private static final int H = 64;
    private static final int F = 256;
    private static final int P = 80;
    private static final ModelConfig MODEL = ModelConfig.transformer(V, H, 3, 4, F, P);
    private static final ModelConfig ROBERTA =
            new ModelConfig("xlm-roberta", 50, 8, 2, 2, 12, 30, 2, 1e-5, 1, .1, .1, .02);
    private static final ModelConfig MEASURED = ModelConfig.transformer(2000, 128, 4, 4, 512, 160);
    private static final ModelShape SHAPE = new ModelShape(MODEL, null);
    private static final long EMBEDDINGS = (V + P + 1 + 2) * (long) H;
    private static final long LAYER = 4 * (H * H + H) + 2 * H * F + F + H + 4 * H;
    private static final BatchLoad LOAD = BatchLoad.pairs(64, 20, 70);

    private static TrainingMemory memory(Map<String, Double> settings) {
        return TrainingMemory.of(SHAPE, TrainingSettings.of(settings), LOAD, false);
    }

    @Test
    void countsWeightsGradientsAndTwoMoments() {
        TrainingMemory memory = memory(Map.of());
        long all = EMBEDDINGS + 3 * LAYER;
        assertThat(SHAPE.parameters()).isEqualTo(all);
        assertThat(memory.weights()).isEqualTo(4 * all);
        assertThat(memory.gradients()).isEqualTo(4 * all);
        assertThat(memory.moments()).isEqualTo(8 * all);
    }

    @Test
    void keepsMomentsOnlyOfWhatLearns() {
        assertThat(memory(Map.of("frozenEmbeddings", 1.0)).moments()).isEqualTo(8 * 3 * LAYER);
        assertThat(memory(Map.of("trainedLayers", 1.0)).moments()).isEqualTo(8 * LAYER);
        TrainingMemory lora = memory(Map.of("loraRank", 4.0, "loraTargets", 3.0));
        long factors = 3 * 4 * 2 * 4 * H; // layers, products, factors, rank
        assertThat(lora.moments()).isEqualTo(8 * factors);
        assertThat(lora.weights())
                .isEqualTo(4 * (EMBEDDINGS + 3 * LAYER + factors + 3 * 4 * H * H));
        assertThat(lora.gradients()).isEqualTo(4 * 3 * LAYER);
    }

    @Test
    void keepsASecondSetOfGradientsWhereTheyAreAveraged() {
        long one = memory(Map.of()).gradients();
        assertThat(memory(Map.of("accumulate", 4.0)).gradients()).isEqualTo(2 * one);
        assertThat(memory(Map.of("accumulate", 4.0)).total())
                .isEqualTo(memory(Map.of()).total() + one);
    }

    @Test
    void keepsActivationsOnlyOfLayersThatLearn() {
        assertThat(memory(Map.of("trainedLayers", 1.0)).activations())
                .isLessThan(memory(Map.of("frozenEmbeddings", 1.0)).activations() / 2);
    }

    @Test
    void refusesToEstimateWhatCannotBeTrained() {
        ModelShape bag = new ModelShape(ModelConfig.bag(V, H, P), null);
        TrainingSettings frozen = TrainingSettings.of(Map.of("frozenEmbeddings", 1.0));
        assertThatThrownBy(() -> TrainingMemory.of(bag, frozen, LOAD, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("nothing but embeddings");
    }

    @Test
    void makesPartsOfTheLongestTexts() {
        assertThat(LOAD.part(0)).isEqualTo(LOAD);
        assertThat(LOAD.part(1_000_000)).isEqualTo(LOAD);
        assertThat(LOAD.part(150)).isEqualTo(new BatchLoad(2, 140, 2 * 70 * 70, 70));
        assertThat(LOAD.part(10)).isEqualTo(new BatchLoad(1, 70, 70 * 70, 70));
        assertThat(BatchLoad.of(20, 70, 20, 70)).isEqualTo(BatchLoad.pairs(2, 20, 70));
    }

    @Test
    void findsTheLargestMicroBatchThatFits() {
        TrainingSettings settings = TrainingSettings.standard();
        long whole = memory(Map.of()).total();
        assertThat(TrainingMemory.largestMicroBatch(SHAPE, settings, LOAD, false, whole))
                .isEqualTo(OptionalInt.of((int) LOAD.tokens()));
        long room = whole - (10 << 20);
        int most =
                TrainingMemory.largestMicroBatch(SHAPE, settings, LOAD, false, room).orElseThrow();
        assertThat(most).isBetween(70, (int) LOAD.tokens() - 1);
        assertThat(memory(Map.of("microBatchTokens", (double) most)).total())
                .isLessThanOrEqualTo(room);
        assertThat(memory(Map.of("microBatchTokens", most + 1.0)).total()).isGreaterThan(room);
        assertThat(TrainingMemory.largestMicroBatch(SHAPE, settings, LOAD, false, 1000)).isEmpty();
    }

    @Test
    void beginsInPartsOnlyWhereTheLargestBatchMayNotFit() {
        TrainingSettings open = TrainingSettings.standard();
        TrainingMemory whole = memory(Map.of());
        long enough = 2 * (whole.total() - whole.weights() - whole.fixed());
        assertThat(TrainingMemory.firstMicroBatch(SHAPE, open, LOAD, enough)).isEmpty();
        int most = TrainingMemory.firstMicroBatch(SHAPE, open, LOAD, enough * 6 / 10).orElseThrow();
        assertThat(most).isBetween(70, (int) LOAD.tokens() - 1);
        assertThat(TrainingMemory.firstMicroBatch(SHAPE, open, LOAD, 1000))
                .as("a text at a time where nothing is estimated to fit")
                .hasValue(70);
        TrainingSettings named = TrainingSettings.of(Map.of("microBatchTokens", 4000.0));
        assertThat(TrainingMemory.firstMicroBatch(SHAPE, named, LOAD, 1000)).isEmpty();
    }

    @Test
    @Tag("native")
    void countsTheWeightsThatTheEngineHolds() {
        for (ModelConfig config : List.of(MODEL, ModelConfig.bag(V, H, P), ROBERTA)) {
            try (Weights weights = Weights.random(config, 1, ComputeDevice.CPU)) {
                assertThat(new ModelShape(config, null).parameters()).isEqualTo(weights.size());
            }
        }
    }

    /** The same model with a quarter of the batch, so that the difference is the batch's alone. */
    @Test
    @Tag("native")
    void growsWithTheBatchAsMeasured() throws IOException, InterruptedException {
        requireLinux();
        MemoryProbe quarter = new MemoryProbe(MEASURED, 24, Map.of());
        MemoryProbe whole = new MemoryProbe(MEASURED, 96, Map.of());
        long least = quarter.peak();
        long most = whole.peak();
        double estimated = whole.estimate() - quarter.estimate();
        assertThat(most).isCloseTo(whole.estimate(), withPercentage(40));
        assertThat((double) (most - least)).isBetween(0.6 * estimated, 1.5 * estimated);
    }

    @Test
    @Tag("native")
    void staysWithTheMicroBatchAsMeasured() throws IOException, InterruptedException {
        requireLinux();
        Map<String, Double> parts = Map.of("microBatchTokens", 1024.0);
        MemoryProbe quarter = new MemoryProbe(MEASURED, 24, parts);
        MemoryProbe whole = new MemoryProbe(MEASURED, 96, parts);
        long most = whole.peak();
        assertThat(most).isCloseTo(whole.estimate(), withPercentage(40));
        assertThat(whole.estimate() - quarter.estimate()).isLessThan(1_000_000);
        assertThat(most).isLessThan(new MemoryProbe(MEASURED, 96, Map.of()).estimate() / 2);
    }

    private static void requireLinux() {
        assumeTrue(
                Files.exists(Path.of("/proc/self/status")),
                "skipped: resident memory is read from Linux's /proc");
    }
}
