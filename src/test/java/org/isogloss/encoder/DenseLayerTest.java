package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer after pooling: computed, and learnt, as the formulas say. */
@Tag("native")
class DenseLayerTest {
    private static final List<int[]> QUESTIONS = List.of(new int[] {1, 7, 9, 2}, new int[] {1, 2});
    private static final List<int[]> PASSAGES =
            List.of(new int[] {1, 7, 40, 41, 2}, new int[] {1, 31, 33, 2});
    private static final Contrast CONTRAST = new Contrast(0.5, false, true);

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

    @ParameterizedTest
    @CsvSource({"0,TANH,true", "1,TANH,true", "1,TANH,false", "1,IDENTITY,true"})
    void embedsAsTheFormulasSay(int layers, Dense.Activation activation, boolean bias) {
        NDList weights = TinyModel.weightsWithDense(manager, layers, 3, bias);
        KernelModel model = model(activation);
        DenseReference reference =
                new DenseReference(TinyModel.toDouble(weights), TinyModel.HIDDEN, model);
        NDArray vectors = kernels.embed(manager, weights, model, new PackedTexts(PASSAGES), false);
        assertThat(vectors.getShape()).isEqualTo(new Shape(2, 5));
        for (int i = 0; i < 2; i++) {
            assertThat(TinyModel.toDouble(vectors.get(i)))
                    .containsExactly(reference.embed(PASSAGES.get(i)), within(2e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,TANH,true", "0,IDENTITY,false"})
    void differentiatesAsFiniteDifferencesOfTheFormulas(
            int layers, Dense.Activation activation, boolean bias) {
        NDList weights = TinyModel.weightsWithDense(manager, layers, 4, bias);
        KernelModel model = model(activation);
        TextPairs pairs = new TextPairs(QUESTIONS, PASSAGES, List.of());
        NDList gradients = kernels.gradients(manager, weights, model, pairs, CONTRAST);
        assertThat(gradients).hasSameSizeAs(weights);
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

    private static KernelModel model(Dense.Activation activation) {
        return new KernelModel(2, 1e-5, 0, Pooling.CLS, activation);
    }
}
