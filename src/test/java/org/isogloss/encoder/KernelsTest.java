package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class KernelsTest {
    private static final List<int[]> QUESTIONS =
            List.of(new int[] {1, 7, 9, 2}, new int[] {1, 30, 2}, new int[] {1, 8, 12, 2});
    private static final List<int[]> PASSAGES =
            List.of(
                    new int[] {1, 7, 40, 41, 42, 2},
                    new int[] {1, 31, 33, 2},
                    new int[] {1, 44, 12, 45, 46, 47, 2});
    private static final TextPairs PAIRS = new TextPairs(QUESTIONS, PASSAGES, List.of());
    private static final Contrast CONTRAST = new Contrast(0.5, false, true);

    private static Kernels kernels;
    private static Kernels padding;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());

    @BeforeAll
    static void compile() {
        kernels = new Kernels(ComputeDevice.CPU);
        padding = new Kernels(PyTorch.newManager(ComputeDevice.CPU), Kernels.source(), true);
    }

    @AfterAll
    static void close() {
        kernels.close();
        padding.close();
    }

    @AfterEach
    void free() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0,MEAN,0",
        "0,CLS,0",
        "1,MEAN,0",
        "2,MEAN,2",
        "2,CLS,0",
        "2,MAX,1",
        "2,MEAN_SQRT_LEN,0",
        "2,WEIGHTED_MEAN,2",
        "1,LAST_TOKEN,0"
    })
    void embedsAsTheFormulasSay(int layers, Pooling pooling, int offset) {
        NDList weights = TinyModel.weights(manager, layers, 3);
        KernelModel model = TinyModel.with(pooling, offset);
        DenseReference reference =
                new DenseReference(TinyModel.toDouble(weights), TinyModel.HIDDEN, model);
        NDArray vectors = kernels.embed(manager, weights, model, new PackedTexts(PASSAGES), false);
        assertThat(vectors.getShape()).isEqualTo(new Shape(3, TinyModel.HIDDEN));
        for (int i = 0; i < 3; i++) {
            assertThat(TinyModel.toDouble(vectors.get(i)))
                    .containsExactly(reference.embed(PASSAGES.get(i)), within(2e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,MEAN",
        "2,MEAN",
        "1,MAX",
        "1,CLS",
        "1,MEAN_SQRT_LEN",
        "1,WEIGHTED_MEAN",
        "1,LAST_TOKEN"
    })
    void differentiatesAsFiniteDifferencesOfTheFormulas(int layers, Pooling pooling) {
        NDList weights = TinyModel.weights(manager, layers, 4);
        KernelModel model = TinyModel.with(pooling, 1);
        NDList gradients = kernels.gradients(manager, weights, model, PAIRS, CONTRAST);
        double[][] w = TinyModel.toDouble(weights);
        DenseReference reference = new DenseReference(w, TinyModel.HIDDEN, model);
        double h = 1e-5;
        for (int i = 0; i < w.length; i++) {
            double[] gradient = TinyModel.toDouble(gradients.get(i));
            for (int j = 0; j < w[i].length; j += 3) {
                double kept = w[i][j];
                w[i][j] = kept + h;
                double above = reference.infoNce(QUESTIONS, PASSAGES, CONTRAST.temperature());
                w[i][j] = kept - h;
                double below = reference.infoNce(QUESTIONS, PASSAGES, CONTRAST.temperature());
                w[i][j] = kept;
                assertThat(gradient[j])
                        .as("weight %d[%d]", i, j)
                        .isCloseTo((above - below) / (2 * h), within(3e-6));
            }
        }
    }

    @Test
    void givesTheLossOfTheFormulas() {
        NDList weights = TinyModel.weights(manager, 2, 5);
        KernelModel model = TinyModel.with(Pooling.MEAN, 0);
        DenseReference reference =
                new DenseReference(TinyModel.toDouble(weights), TinyModel.HIDDEN, model);
        double there = reference.infoNce(QUESTIONS, PASSAGES, 0.05);
        double back = reference.infoNce(PASSAGES, QUESTIONS, 0.05);
        assertThat(kernels.loss(weights, model, PAIRS, new Contrast(0.05, false, true)))
                .isCloseTo(there, within(2e-5));
        assertThat(kernels.loss(weights, model, PAIRS, new Contrast(0.05, true, true)))
                .isCloseTo((there + back) / 2, within(2e-5));
    }

    /**
     * Without layers and with LayerNorm weight 0 every vector is the LayerNorm bias; so two equal
     * texts give cosines of 1 and a loss of ln 2, whatever the temperature.
     */
    @Test
    void losesLnTwoWhenTwoPairsCannotBeToldApart() {
        NDList weights = TinyModel.weights(manager, 0, 6);
        weights.get(3).muli(0);
        TextPairs pairs = new TextPairs(QUESTIONS.subList(0, 2), PASSAGES.subList(0, 2), List.of());
        assertThat(kernels.loss(weights, TinyModel.with(Pooling.MEAN, 0), pairs, CONTRAST))
                .isCloseTo(Math.log(2), within(1e-6));
    }

    /** A masked passage is no candidate at all: what is left is the loss of fewer candidates. */
    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true"})
    void leavesMatchesOutOfTheNegatives(boolean mask, boolean symmetric) {
        NDList weights = TinyModel.weights(manager, 2, 5);
        KernelModel model = TinyModel.with(Pooling.MEAN, 0);
        DenseReference reference =
                new DenseReference(TinyModel.toDouble(weights), TinyModel.HIDDEN, model);
        boolean[][] masked = new boolean[3][3];
        masked[0][2] = mask;
        masked[1][0] = mask;
        TextPairs pairs =
                new TextPairs(
                        QUESTIONS,
                        PASSAGES,
                        List.of(new TextPairs.Match(0, 2), new TextPairs.Match(1, 0)));
        double there = reference.infoNce(QUESTIONS, PASSAGES, 0.05, masked);
        boolean[][] turned = new boolean[3][3];
        turned[2][0] = mask;
        turned[0][1] = mask;
        double back = reference.infoNce(PASSAGES, QUESTIONS, 0.05, turned);
        Contrast contrast = new Contrast(0.05, symmetric, mask);
        assertThat(kernels.loss(weights, model, pairs, contrast))
                .isCloseTo(symmetric ? (there + back) / 2 : there, within(2e-5));
        assertThat(kernels.gradients(manager, weights, model, pairs, contrast))
                .allMatch(gradient -> !gradient.isNaN().any().getBoolean());
    }

    /** Padding is for GPUs; its arithmetic can be checked anywhere. */
    @ParameterizedTest
    @CsvSource({
        "0,MEAN",
        "2,MEAN",
        "2,CLS",
        "2,MAX",
        "2,MEAN_SQRT_LEN",
        "2,WEIGHTED_MEAN",
        "2,LAST_TOKEN"
    })
    void computesTheSameWithPadding(int layers, Pooling pooling) {
        NDList weights = TinyModel.weights(manager, layers, 12);
        KernelModel model = TinyModel.with(pooling, 1);
        assertThat(
                        TinyModel.toDouble(
                                padding.embed(manager, weights, model, PAIRS.packed(), false)))
                .containsExactly(
                        TinyModel.toDouble(
                                kernels.embed(manager, weights, model, PAIRS.packed(), false)),
                        within(1e-6));
        NDList packed = kernels.gradients(manager, weights, model, PAIRS, CONTRAST);
        NDList padded = padding.gradients(manager, weights, model, PAIRS, CONTRAST);
        for (int i = 0; i < weights.size(); i++) {
            assertThat(TinyModel.toDouble(padded.get(i)))
                    .containsExactly(TinyModel.toDouble(packed.get(i)), within(2e-6));
        }
    }

    @Test
    void embedsATextAloneAsAmongOthers() {
        NDList weights = TinyModel.weights(manager, 2, 7);
        KernelModel model = TinyModel.with(Pooling.MEAN, 0);
        NDArray together = kernels.embed(manager, weights, model, PAIRS.packed(), true);
        for (int i = 0; i < 3; i++) {
            NDArray alone =
                    kernels.embed(
                            manager,
                            weights,
                            model,
                            new PackedTexts(List.of(PASSAGES.get(i))),
                            true);
            assertThat(TinyModel.toDouble(together.get(3 + i)))
                    .containsExactly(TinyModel.toDouble(alone.get(0)), within(1e-6));
            assertThat(DenseReference.dot(TinyModel.toDouble(alone), TinyModel.toDouble(alone)))
                    .isCloseTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"false,0", "true,0", "false,0.01"})
    void updatesAsAdamWWasPublished(boolean decayVectors, double clip) {
        NDList weights = TinyModel.weights(manager, 1, 8);
        KernelModel model = TinyModel.with(Pooling.MEAN, 0);
        Learned learned =
                new Learned(
                        weights,
                        TinyModel.zerosLike(manager, weights),
                        TinyModel.zerosLike(manager, weights));
        double[][] w = TinyModel.toDouble(weights);
        double[][] m = TinyModel.toDouble(learned.first());
        double[][] v = TinyModel.toDouble(learned.second());
        for (int t = 1; t <= 5; t++) {
            double[][] g =
                    TinyModel.toDouble(kernels.gradients(manager, weights, model, PAIRS, CONTRAST));
            double norm = 0;
            for (double[] each : g) {
                norm += DenseReference.dot(each, each);
            }
            norm = Math.sqrt(norm);
            AdamW update = new AdamW(0.01 * t, 0.9, 0.98, 1e-8, 0.1, decayVectors, clip, t);
            StepOutcome report =
                    kernels.step(learned, model, PAIRS, CONTRAST, Dropout.NONE, update);
            assertThat(report.gradientNorm()).isCloseTo(norm, within(1e-5));
            assertThat(report.finite()).isTrue();
            double scale = clip > 0 ? Math.min(1, clip / norm) : 1;
            for (int i = 0; i < w.length; i++) {
                boolean decays = decayVectors || weights.get(i).getShape().dimension() > 1;
                for (int j = 0; j < w[i].length; j++) {
                    double gradient = g[i][j] * scale;
                    w[i][j] -= decays ? 0.01 * t * 0.1 * w[i][j] : 0;
                    m[i][j] = 0.9 * m[i][j] + 0.1 * gradient;
                    v[i][j] = 0.98 * v[i][j] + 0.02 * gradient * gradient;
                    double mean = m[i][j] / (1 - Math.pow(0.9, t));
                    double square = v[i][j] / (1 - Math.pow(0.98, t));
                    w[i][j] -= 0.01 * t * mean / (Math.sqrt(square) + 1e-8);
                }
                double[] actual = TinyModel.toDouble(weights.get(i));
                for (int j = 0; j < actual.length; j++) {
                    assertThat(actual[j])
                            .as("weight %d[%d] after step %d", i, j, t)
                            .isCloseTo(w[i][j], within(1e-5));
                }
            }
        }
    }

    /** With β₁ = 0 and no clip the first moments are the gradients themselves. */
    @Test
    void hasTheSameGradientsWhereTheFirstWeightsAreFrozen() {
        NDList weights = TinyModel.weights(manager, 2, 8);
        KernelModel model = TinyModel.with(Pooling.MEAN, 0);
        NDList expected = kernels.gradients(manager, weights, model, PAIRS, CONTRAST);
        NDList last = weights.subNDList(17);
        NDList first = TinyModel.zerosLike(manager, last);
        kernels.step(
                new Learned(weights, first, TinyModel.zerosLike(manager, last)),
                model,
                PAIRS,
                CONTRAST,
                Dropout.NONE,
                new AdamW(0.01, 0, 0.98, 1e-8, 0.1, false, 0, 1));
        for (int i = 0; i < first.size(); i++) {
            assertThat(TinyModel.toDouble(first.get(i)))
                    .containsExactly(TinyModel.toDouble(expected.get(17 + i)), within(1e-9));
        }
    }

    @Test
    void leavesWeightsAloneWhenTheLossIsNotFinite() {
        NDList weights = TinyModel.weights(manager, 1, 9);
        weights.get(10).muli(Float.NaN);
        byte[] before = weights.get(0).toByteArray();
        StepOutcome report =
                kernels.step(
                        new Learned(
                                weights,
                                TinyModel.zerosLike(manager, weights),
                                TinyModel.zerosLike(manager, weights)),
                        TinyModel.with(Pooling.MEAN, 0),
                        PAIRS,
                        CONTRAST,
                        Dropout.NONE,
                        new AdamW(0.01, 0.9, 0.98, 1e-8, 0.1, false, 1, 1));
        assertThat(report.finite()).isFalse();
        assertThat(weights.get(0).toByteArray()).isEqualTo(before);
    }

    @Test
    void drawsDropoutFromTheSeed() {
        assertThat(lossWithDropout(11)).isEqualTo(lossWithDropout(11));
        assertThat(lossWithDropout(11)).isNotEqualTo(lossWithDropout(12));
    }

    private double lossWithDropout(int seed) {
        NDList weights = TinyModel.weights(manager, 2, 10);
        return kernels.step(
                        new Learned(
                                weights,
                                TinyModel.zerosLike(manager, weights),
                                TinyModel.zerosLike(manager, weights)),
                        TinyModel.with(Pooling.MEAN, 0),
                        PAIRS,
                        CONTRAST,
                        new Dropout(0.1, 0.1, seed),
                        new AdamW(0.01, 0.9, 0.98, 1e-8, 0.1, false, 1, 1))
                .loss();
    }

    @Test
    void refusesATextLongerThanThePositions() {
        NDList weights = TinyModel.weights(manager, 0, 1);
        PackedTexts texts = new PackedTexts(List.of(new int[TinyModel.POSITIONS - 1]));
        assertThatThrownBy(
                        () ->
                                kernels.embed(
                                        manager,
                                        weights,
                                        TinyModel.with(Pooling.MEAN, 2),
                                        texts,
                                        true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text of 19 tokens does not fit a model of 18 positions");
    }

    @Test
    void saysWhatIsWrongWithBrokenSource() {
        String broken =
                """
                class Kernels(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def embed(self, x: Tensor) -> Tensor:
                    return torch.no_such_thing(x)
                """;
        assertThatThrownBy(() -> new Kernels(PyTorch.newManager(ComputeDevice.CPU), broken, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kernels.py does not compile")
                .hasMessageContaining("no_such_thing");
    }
}
