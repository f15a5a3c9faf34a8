package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passages beyond the questions' number, and a temperature that is learnt. */
@Tag("native")
class HardNegativesTest {
    private static final List<int[]> QUESTIONS =
            List.of(new int[] {1, 7, 9, 2}, new int[] {1, 30, 2}, new int[] {1, 8, 12, 2});
    private static final List<int[]> PASSAGES =
            List.of(
                    new int[] {1, 7, 40, 41, 42, 2},
                    new int[] {1, 31, 33, 2},
                    new int[] {1, 44, 12, 45, 46, 47, 2});
    private static final List<int[]> NEGATIVES =
            List.of(new int[] {1, 7, 9, 40, 2}, new int[] {5, 12});
    private static final double TEMPERATURE = 0.2;

    /** The second negative answers question 0, and passage 2 answers question 1. */
    private static final TextPairs PAIRS =
            new TextPairs(
                    QUESTIONS,
                    PASSAGES,
                    NEGATIVES,
                    List.of(new TextPairs.Match(0, 4), new TextPairs.Match(1, 2)));

    private static final KernelModel MODEL = TinyModel.with(Pooling.MEAN, 1);
    private static Kernels kernels;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());

    @BeforeAll
    static void compile() {
        kernels = new Kernels(ComputeDevice.CPU);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @AfterEach
    void free() {
        manager.close();
    }

    private static double unit(DenseReference reference, int[] q, int[] d) {
        double[] a = reference.embed(q);
        double[] b = reference.embed(d);
        return DenseReference.dot(a, b)
                / Math.sqrt(DenseReference.dot(a, a) * DenseReference.dot(b, b));
    }

    /** The loss written out: five candidates a question, three for each answer looking back. */
    private static double expected(double[][] w, double temperature, boolean symmetric) {
        DenseReference reference = new DenseReference(w, TinyModel.HIDDEN, MODEL);
        List<int[]> all = new java.util.ArrayList<>(PASSAGES);
        all.addAll(NEGATIVES);
        double there = 0;
        double back = 0;
        for (int i = 0; i < 3; i++) {
            double rows = 0;
            for (int j = 0; j < 5; j++) {
                boolean masked = (i == 0 && j == 4) || (i == 1 && j == 2);
                rows +=
                        masked
                                ? 0
                                : Math.exp(
                                        unit(reference, QUESTIONS.get(i), all.get(j))
                                                / temperature);
            }
            double columns = 0;
            for (int k = 0; k < 3; k++) {
                boolean masked = k == 1 && i == 2;
                columns +=
                        masked
                                ? 0
                                : Math.exp(
                                        unit(reference, QUESTIONS.get(k), all.get(i))
                                                / temperature);
            }
            double own = unit(reference, QUESTIONS.get(i), all.get(i)) / temperature;
            there += (Math.log(rows) - own) / 3;
            back += (Math.log(columns) - own) / 3;
        }
        return symmetric ? (there + back) / 2 : there;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesAndDifferentiatesAsTheFormulaSays(boolean symmetric) {
        NDList weights = TinyModel.weights(manager, 1, 4);
        double[][] w = TinyModel.toDouble(weights);
        Contrast contrast = new Contrast(TEMPERATURE, symmetric, true);
        assertThat(kernels.loss(weights, MODEL, PAIRS, contrast))
                .isCloseTo(expected(w, TEMPERATURE, symmetric), within(1e-5));
        NDList gradients = kernels.gradients(manager, weights, MODEL, PAIRS, contrast);
        double h = 1e-5;
        for (int i = 0; i < w.length; i++) {
            double[] gradient = TinyModel.toDouble(gradients.get(i));
            for (int j = 0; j < w[i].length; j += 7) {
                double kept = w[i][j];
                w[i][j] = kept + h;
                double above = expected(w, TEMPERATURE, symmetric);
                w[i][j] = kept - h;
                double below = expected(w, TEMPERATURE, symmetric);
                w[i][j] = kept;
                assertThat(gradient[j])
                        .as("weight %d[%d]", i, j)
                        .isCloseTo((above - below) / (2 * h), within(2e-5));
            }
        }
    }

    private Learned learned(double temperature) {
        NDList weights = TinyModel.weights(manager, 1, 4);
        NDList scale = new NDList(manager.create((float) -Math.log(temperature)));
        NDList all = new NDList(weights).addAll(scale);
        return new Learned(
                weights,
                TinyModel.zerosLike(manager, all),
                TinyModel.zerosLike(manager, all),
                scale);
    }

    /** The parts of ten tokens give GradCache five parts or more. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 10})
    void differentiatesByTheTemperatureWholeAndInParts(int tokens) {
        Learned learned = learned(TEMPERATURE);
        double[][] w = TinyModel.toDouble(learned.weights());
        Contrast contrast = new Contrast(9, true, true); // whose temperature does not count
        NDList found =
                new GradCache(kernels, tokens)
                        .gradients(manager, learned, MODEL, PAIRS, contrast, Dropout.NONE);
        assertThat(found).hasSize(2 + w.length);
        assertThat(found.head().getFloat())
                .isCloseTo((float) expected(w, TEMPERATURE, true), within(1e-5f));
        double h = 1e-5;
        double slope =
                (expected(w, TEMPERATURE * Math.exp(-h), true)
                                - expected(w, TEMPERATURE * Math.exp(h), true))
                        / (2 * h);
        assertThat(found.get(found.size() - 1).getFloat()).isCloseTo((float) slope, within(2e-5f));
        NDList fixed =
                kernels.gradients(
                        manager,
                        learned.weights(),
                        MODEL,
                        PAIRS,
                        new Contrast(TEMPERATURE, true, true));
        for (int i = 0; i < w.length; i++) {
            assertThat(TinyModel.toDouble(found.get(1 + i)))
                    .containsExactly(TinyModel.toDouble(fixed.get(i)), within(3e-6));
        }
    }

    /** With β₁ = 0 AdamW's first step moves by the learning rate; decay would shrink it by 1e-1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 1})
    void movesTheTemperatureWithoutDecayAndWithinItsBounds(double temperature) {
        Learned learned = learned(temperature);
        double before = learned.scale().head().getFloat();
        StepOutcome outcome =
                kernels.step(
                        learned,
                        MODEL,
                        PAIRS,
                        new Contrast(1, false, true),
                        Dropout.NONE,
                        new AdamW(0.1, 0, 0.98, 1e-12, 1, true, 0, 1));
        assertThat(outcome.temperature().orElseThrow()).isCloseTo(temperature, within(1e-6));
        float gradient = learned.first().get(learned.first().size() - 1).getFloat();
        double moved = before - 0.1 * Math.signum(gradient);
        assertThat((double) learned.scale().head().getFloat())
                .isCloseTo(Math.max(0, Math.min(Math.log(100), moved)), within(1e-4));
    }

    @Test
    void refusesAMatchBeyondTheNegatives() {
        assertThatThrownBy(
                        () ->
                                new TextPairs(
                                        QUESTIONS,
                                        PASSAGES,
                                        NEGATIVES,
                                        List.of(new TextPairs.Match(0, 5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A bfloat16 number has 8 digits in base 2: it errs by 0.4 % at most. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void staysCloseInBfloat16(boolean padded) {
        NDList weights = TinyModel.weights(manager, 2, 4);
        Contrast contrast = new Contrast(TEMPERATURE, false, true);
        Learned learned = new Learned(weights, weights, weights);
        NDList exact = kernels.gradients(manager, learned, MODEL, PAIRS, contrast, Dropout.NONE);
        try (Kernels half =
                new Kernels(
                        PyTorch.newManager(ComputeDevice.CPU),
                        Kernels.source(),
                        padded,
                        Precision.BFLOAT16)) {
            NDList near = half.gradients(manager, learned, MODEL, PAIRS, contrast, Dropout.NONE);
            assertThat(near.head().getFloat())
                    .isNotEqualTo(exact.head().getFloat())
                    .isCloseTo(exact.head().getFloat(), within(0.02f));
            double dot = 0;
            double one = 0;
            double two = 0;
            for (int i = 1; i < exact.size(); i++) {
                double[] a = TinyModel.toDouble(exact.get(i));
                double[] b = TinyModel.toDouble(near.get(i));
                dot += DenseReference.dot(a, b);
                one += DenseReference.dot(a, a);
                two += DenseReference.dot(b, b);
            }
            assertThat(dot / Math.sqrt(one * two)).isBetween(0.99, 1 - 1e-9);
            NDList parted =
                    new GradCache(half, 10)
                            .gradients(manager, learned, MODEL, PAIRS, contrast, Dropout.NONE);
            NDArray first = parted.get(1);
            assertThat(first.isNaN().any().getBoolean()).isFalse();
        }
    }

    @Test
    void refusesBfloat16OnAProcessor() {
        assertThatThrownBy(() -> new Kernels(ComputeDevice.CPU, Precision.BFLOAT16))
                .hasMessageStartingWith("precision 16 needs a graphics card");
    }
}
