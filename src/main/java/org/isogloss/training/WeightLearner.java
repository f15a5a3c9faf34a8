package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.Dropout;
import org.isogloss.encoder.GradCache;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.Learned;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;

/** Changes all weights, or all but the first: those have no moments. */
final class WeightLearner implements Learner {
    private final Kernels kernels;
    private final KernelModel model;
    private final Learned learned;
    private final int microBatch;

    WeightLearner(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            TrainingSettings settings,
            NDManager moments) {
        this.kernels = kernels;
        this.model = model;
        NDList learning = weights.subNDList(settings.frozen(weights.size()));
        learned = new Learned(weights, zerosLike(learning, moments), zerosLike(learning, moments));
        microBatch = settings.microBatchTokens();
    }

    static NDList zerosLike(NDList arrays, NDManager manager) {
        NDList zeros = new NDList(arrays.size());
        for (NDArray array : arrays) {
            zeros.add(manager.zeros(array.getShape()));
        }
        return zeros;
    }

    @Override
    public StepOutcome step(TextPairs pairs, Contrast contrast, Dropout dropout, AdamW update) {
        return microBatch == 0 || pairs.tokens() <= microBatch
                ? kernels.step(learned, model, pairs, contrast, dropout, update)
                : new GradCache(kernels, microBatch)
                        .step(learned, model, pairs, contrast, dropout, update);
    }

    @Override
    public Map<String, NDArray> state() {
        int weights = learned.weights().size();
        List<String> names =
                Checkpoint.weightNames(weights).subList(weights - learned.first().size(), weights);
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put("first." + names.get(i), learned.first().get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            state.put("second." + names.get(i), learned.second().get(i));
        }
        return state;
    }
}
