package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.LowRank;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.Safetensors;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.TinyModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class LowRankTest {
    private static final int H = TinyModel.HIDDEN;
    private static Kernels kernels;
    private static final Contrast CONTRAST = new Contrast(0.1, false, true);
    private static final TextPairs PAIRS =
            new TextPairs(
                    List.of(new int[] {1, 7, 9}, new int[] {1, 30}, new int[] {8, 12, 2, 5}),
                    List.of(new int[] {7, 40, 41}, new int[] {31, 33}, new int[] {44, 12, 45}),
                    List.of());
    @TempDir Path folder;

    @BeforeAll
    static void compile() {
        kernels = new Kernels(ComputeDevice.CPU);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    private TinyRun run(String name, int layers, double targets, double microBatch) {
        Map<String, Double> settings = new TreeMap<>();
        settings.put("loraRank", 2.0);
        settings.put("loraAlpha", 6.0);
        settings.put("loraTargets", targets);
        settings.put("microBatchTokens", microBatch);
        settings.put("weightDecay", 0.1);
        return new TinyRun(kernels, folder.resolve(name), layers, settings);
    }

    /** W = W₀ + (α/R) B A, from the factors that the checkpoint holds; all else as it was. */
    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "3,0", "3,20"})
    void addsItsProductsAndChangesNothingElse(int targets, double microBatch) {
        try (TinyRun run = run("a", 2, targets, microBatch)) {
            NDList before = new NDList();
            run.weights.forEach(weight -> before.add(weight.duplicate()));
            run.train(List.of());
            List<NDArray> factors = factors(run.manager, "step-000030");
            List<Integer> rows = new ArrayList<>(List.of(0, 2 * H));
            if (targets >= 2) {
                rows.add(H);
            }
            int next = 0;
            for (int layer = 0; layer < 2; layer++) {
                for (int row : rows) {
                    add(before.get(5 + 12 * layer), row, factors, next++);
                }
                if (targets == 3) {
                    add(before.get(7 + 12 * layer), 0, factors, next++);
                }
            }
            assertThat(factors).hasSize(2 * next);
            for (int i = 0; i < before.size(); i++) {
                NDArray apart = run.weights.get(i).sub(before.get(i)).abs().max();
                boolean output = targets == 3 && (i - 7) % 12 == 0;
                boolean adapted = i >= 5 && ((i - 5) % 12 == 0 || output);
                assertThat(apart.getFloat()).as("array %d", i).isLessThan(adapted ? 1e-6f : 1e-30f);
            }
        }
    }

    private static void add(NDArray weight, int row, List<NDArray> factors, int product) {
        NDArray delta = factors.get(2 * product + 1).matMul(factors.get(2 * product)).mul(3);
        assertThat(delta.abs().max().getFloat()).isGreaterThan(1e-3f);
        NDIndex rows = new NDIndex("{}:{}", row, row + H);
        weight.set(rows, weight.get(rows).add(delta));
    }

    private List<NDArray> factors(NDManager manager, String checkpoint) {
        Path file = folder.resolve("a").resolve(checkpoint).resolve("optimizer.safetensors");
        List<NDArray> factors = new ArrayList<>();
        try (Safetensors tensors = new Safetensors(file)) {
            for (int i = 0; tensors.names().contains("factor." + i); i++) {
                NDArray array = manager.zeros(i % 2 == 0 ? shape(2, H) : shape(H, 2));
                TensorFile.read(file, List.of("factor." + i), new NDList(array));
                factors.add(array);
            }
        }
        return factors;
    }

    private static Shape shape(long... dimensions) {
        return new Shape(dimensions);
    }

    @Test
    void endsBitForBitAlikeWhenKilledAndResumed() {
        try (TinyRun straight = run("straight", 2, 3, 0);
                TinyRun killed = run("killed", 2, 3, 0);
                TinyRun resumed = run("killed", 2, 3, 0)) {
            straight.train(TinyRun.validation());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(TinyRun.validation()))
                    .isInstanceOf(TinyRun.Killed.class);
            resumed.train(TinyRun.validation());
            assertThat(resumed.losses()).isEqualTo(straight.losses().subList(15, 30));
            assertThat(resumed.bits()).containsExactlyElementsOf(straight.bits());
        }
    }

    /** With β₁ = 0 and rate 0 first moments are gradients, and weights are W₀ + s B A exactly. */
    @Test
    void differentiatesAsTheLossOfTheMergedModelDoes() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDList weights = TinyModel.weights(manager, 1, 3);
            for (int norm : new int[] {3, 9, 15}) {
                weights.get(norm).addi(1); // texts that differ
            }
            NDArray a = manager.create(ramp(2 * H), shape(2, H));
            NDArray b = manager.create(ramp(2 * H), shape(H, 2));
            NDArray before = weights.get(5).duplicate();
            merge(weights.get(5), before, a, b);
            KernelModel model = TinyModel.with(Pooling.MEAN, 0);
            NDList gradients =
                    kernels.gradients(manager, weights, model, PAIRS, CONTRAST).subNDList(5);
            NDList first = new NDList(manager.zeros(a.getShape()), manager.zeros(b.getShape()));
            NDList second = new NDList(manager.zeros(a.getShape()), manager.zeros(b.getShape()));
            kernels.update(
                    new LowRank(
                            new NDList(weights.get(5)),
                            new NDList(before),
                            new NDList(a, b),
                            first,
                            second,
                            List.of(1.5, 0.0, 2.0 * H)),
                    new NDList(gradients.head()),
                    manager.create(1f),
                    new AdamW(0, 0, 0.9, 1e-8, 0, false, 0, 1));
            for (int factor = 0; factor < 2; factor++) {
                NDArray gradient = first.get(factor);
                double norm = gradient.norm().getFloat();
                NDArray step = gradient.mul(0.02 / norm);
                double[] losses = new double[2];
                for (int side = 0; side < 2; side++) {
                    NDArray moved = side == 0 ? step : step.neg();
                    merge(
                            weights.get(5),
                            before,
                            factor == 0 ? a.add(moved) : a,
                            factor == 1 ? b.add(moved) : b);
                    losses[side] = kernels.loss(weights, model, PAIRS, CONTRAST);
                }
                assertThat((losses[0] - losses[1]) / 0.04)
                        .as("factor %d", factor)
                        .isCloseTo(norm, within(0.02 * norm));
            }
        }
    }

    private static void merge(NDArray weight, NDArray before, NDArray a, NDArray b) {
        NDIndex rows = new NDIndex("{}:{}", 2 * H, 3 * H);
        weight.set(rows, before.get(rows).add(b.matMul(a).mul(1.5)));
    }

    private static float[] ramp(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i * 7 % 11 - 5) * 0.1f;
        }
        return values;
    }
}
