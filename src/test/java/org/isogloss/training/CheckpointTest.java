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
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsADenseLayerUnderItsName(boolean bias) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDList weights = TinyModel.weightsWithDense(manager, 1, 3, bias);
            NDList moments = TinyModel.weightsWithDense(manager, 1, 4, bias);
            moments.addAll(TinyModel.weightsWithDense(manager, 1, 5, bias));
            Checkpoint checkpoint = new Checkpoint(folder);
            checkpoint.write(TrainingState.START, identity(), weights, moments);
            NDList readWeights = TinyModel.zerosLike(manager, weights);
            checkpoint.readWeights(readWeights);
            assertThat(bits(readWeights)).isDeepEqualTo(bits(weights));
            NDList readMoments = TinyModel.zerosLike(manager, moments);
            checkpoint.readMoments(readMoments, weights.size());
            assertThat(bits(readMoments)).isDeepEqualTo(bits(moments));
        }
        try (Safetensors model = new Safetensors(folder.resolve("model.safetensors"));
                Safetensors state = new Safetensors(folder.resolve("optimizer.safetensors"))) {
            assertThat(model.names()).endsWith(bias ? "dense.bias" : "dense.weight");
            assertThat(state.shape("first.dense.weight")).contains(List.of(5L, 8L));
            assertThat(state.shape("second.dense.weight")).contains(List.of(5L, 8L));
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
