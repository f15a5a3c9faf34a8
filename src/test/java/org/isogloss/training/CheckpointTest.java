package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.batch.BatchSettings;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.Safetensors;
import org.isogloss.encoder.TinyModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("native")
class CheckpointTest {
    private static final String MOMENT = "first.dense.weight";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsADenseLayerUnderItsName(boolean bias) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDList weights = TinyModel.weightsWithDense(manager, 1, 3, bias);
            int dense = weights.size() - (bias ? 2 : 1);
            NDArray moment = TinyModel.weightsWithDense(manager, 1, 4, bias).get(dense);
            Checkpoint checkpoint = new Checkpoint(folder);
            checkpoint.write(TrainingState.START, identity(), weights, Map.of(MOMENT, moment));
            NDList readWeights = TinyModel.zerosLike(manager, weights);
            checkpoint.readWeights(readWeights);
            assertThat(bits(readWeights)).isDeepEqualTo(bits(weights));
            NDArray readMoment = manager.zeros(moment.getShape());
            checkpoint.readOptimizer(Map.of(MOMENT, readMoment));
            assertThat(readMoment.toByteArray()).isEqualTo(moment.toByteArray());
        }
        try (Safetensors model = new Safetensors(folder.resolve("model.safetensors"));
                Safetensors state = new Safetensors(folder.resolve("optimizer.safetensors"))) {
            assertThat(model.names()).endsWith(bias ? "dense.bias" : "dense.weight");
            assertThat(state.shape(MOMENT)).contains(List.of(5L, 8L));
        }
    }

    private static RunIdentity identity() {
        return new RunIdentity(
                1,
                TrainingSettings.of(Map.of()),
                BatchSettings.of("hybrid", 8),
                TinyModel.with(Pooling.CLS, 0));
    }

    private static byte[][] bits(NDList arrays) {
        return arrays.stream().map(NDArray::toByteArray).toArray(byte[][]::new);
    }
}
