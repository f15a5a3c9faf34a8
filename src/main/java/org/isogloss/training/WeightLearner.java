package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
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
    /** The name of the logarithm of the inverse temperature. */
    static final String SCALE = "log_scale";

    private final Kernels kernels;
    private final KernelModel model;
    private final Learned learned;

    WeightLearner(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            NDList scale,
            TrainingSettings settings,
            NDManager moments) {
        this.kernels = kernels;
        this.model = model;
        NDList learning =
                new NDList(weights.subNDList(settings.frozen(weights.size()))).addAll(scale);
        learned =
                new Learned(
                        weights, zerosLike(learning, moments), zerosLike(learning, moments), scale);
    }

    static NDList zerosLike(NDList arrays, NDManager manager) {
        NDList zeros = new NDList(arrays.size());
        for (NDArray array : arrays) {
            zeros.add(manager.zeros(array.getShape()));
        }
        return zeros;
    }

    @Override
    public NDList gradients(
            NDManager owner, TextPairs pairs, Contrast contrast, Dropout dropout, int most) {
        return new GradCache(kernels, most)
                .gradients(owner, learned, model, pairs, contrast, dropout);
    }

    @Override
    public StepOutcome update(NDList lossAndGradients, AdamW update) {
        return kernels.update(
                learned, lossAndGradients.subNDList(1), lossAndGradients.head(), update);
    }

    @Override
    public Map<String, NDArray> state() {
        int weights = learned.weights().size();
        int learning = learned.first().size() - learned.scale().size();
        List<String> names =
                new ArrayList<>(
                        Checkpoint.weightNames(weights).subList(weights - learning, weights));
        Map<String, NDArray> state = new LinkedHashMap<>();
        if (!learned.scale().isEmpty()) {
            names.add(SCALE);
            state.put(SCALE, learned.scale().head());
        }
        for (int i = 0; i < names.size(); i++) {
            state.put("first." + names.get(i), learned.first().get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            state.put("second." + names.get(i), learned.second().get(i));
        }
        return state;
    }
}
