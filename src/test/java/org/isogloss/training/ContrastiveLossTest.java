package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.TextPairs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class ContrastiveLossTest {
    /**
     * By hand, with τ = 1: the questions a and b, the passages a and a + b, where a and b are
     * orthogonal, have the cosines [1, 1/√2] and [0, 1/√2]. So the rows lose ln(1 + e^(1/√2 − 1)) =
     * 0.557381 and ln(1 + e^(−1/√2)) = 0.400835; the columns, the symmetric half, ln(1 + e^(−1)) =
     * 0.313262 and ln 2 = 0.693147.
     */
    @Test
    void isWhatTheHandComputes() {
        float[] words = {3, -3, 0, 0, 0, 0, 3, -3, 3, -3, 3, -3};
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Kernels kernels = new Kernels(ComputeDevice.CPU)) {
            NDList weights =
                    new NDList(
                            manager.create(words, new Shape(3, 4)),
                            manager.zeros(new Shape(1, 4)),
                            manager.zeros(new Shape(1, 4)),
                            manager.ones(new Shape(4)),
                            manager.zeros(new Shape(4)));
            KernelModel model = new KernelModel(1, 1e-12, 0, Pooling.MEAN);
            TextPairs pairs =
                    new TextPairs(
                            List.of(new int[] {0}, new int[] {1}),
                            List.of(new int[] {0}, new int[] {2}),
                            List.of());
            double rows = (0.557381 + 0.400835) / 2;
            double columns = (0.313262 + 0.693147) / 2;
            assertThat(new ContrastiveLoss(1, false, true).of(kernels, weights, model, pairs))
                    .isCloseTo(rows, within(2e-6));
            assertThat(new ContrastiveLoss(1, true, true).of(kernels, weights, model, pairs))
                    .isCloseTo((rows + columns) / 2, within(2e-6));
        }
    }
}
