package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.Dropout;
import org.isogloss.encoder.GradCache;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.Learned;
import org.isogloss.encoder.LowRank;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;

/**
 * LoRA (Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2022): attention
 * projections W become W + (α/R) B A, of which only A [R, H] and B [H, R] are learnt.
 *
 * <p>The weights hold the merged projections at all times, so that validating, encoding and
 * exporting need not know of it; all others, and the rows of projections that are no target, stay
 * bit for bit what they were. A starts uniform in ±1/√H, as in the PEFT library, and B at 0.
 */
final class LowRankLearner implements Learner {
    private static final int ARRAYS = 12; // of a layer
    private static final int OUTPUT = 2; // the attention output's weight among them

    private final Kernels kernels;
    private final KernelModel model;
    private final Learned gradients;
    private final List<Integer> places = new ArrayList<>(); // of the adapted among those learning
    private final LowRank learned;

    LowRankLearner(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            NDList scale,
            TrainingSettings settings,
            long seed,
            NDManager manager) {
        this.kernels = kernels;
        this.model = model;
        NDList layers = weights.subNDList(settings.frozen(weights.size()));
        NDList learning = new NDList(layers).addAll(scale);
        gradients = new Learned(weights, learning, learning, scale);
        int h = (int) weights.head().getShape().get(1);
        List<Double> products =
                new ArrayList<>(List.of(settings.loraAlpha() / settings.loraRank()));
        for (int qkv = 0; qkv + ARRAYS <= layers.size(); qkv += ARRAYS) {
            double number = places.size();
            places.add(qkv);
            products.addAll(List.of(number, 0.0, number, 2.0 * h)); // query, value
            if (settings.loraTargets() >= 2) {
                products.addAll(List.of(number, (double) h)); // key
            }
            if (settings.loraTargets() >= 3) {
                products.addAll(List.of(number + 1, 0.0));
                places.add(qkv + OUTPUT);
            }
        }
        NDList factors = factors(products.size() / 2, h, settings.loraRank(), seed, manager);
        factors.addAll(scale);
        NDList adapted = new NDList();
        NDList before = new NDList();
        for (int place : places) {
            adapted.add(layers.get(place));
            NDArray copy = layers.get(place).duplicate();
            copy.attach(manager);
            before.add(copy);
        }
        learned =
                new LowRank(
                        adapted,
                        before,
                        factors,
                        WeightLearner.zerosLike(factors, manager),
                        WeightLearner.zerosLike(factors, manager),
                        products);
    }

    private static NDList factors(int products, int h, int rank, long seed, NDManager manager) {
        SplittableRandom random = new SplittableRandom(seed);
        double bound = 1 / Math.sqrt(h);
        NDList factors = new NDList();
        for (int i = 0; i < products; i++) {
            float[] values = new float[rank * h];
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            factors.add(manager.create(values, new Shape(rank, h)));
            factors.add(manager.zeros(new Shape(h, rank)));
        }
        return factors;
    }

    @Override
    public NDList gradients(
            NDManager owner, TextPairs pairs, Contrast contrast, Dropout dropout, int most) {
        try (NDManager scope = owner.newSubManager()) {
            NDList found =
                    new GradCache(kernels, most)
                            .gradients(scope, gradients, model, pairs, contrast, dropout);
            NDList picked = new NDList(found.head());
            places.forEach(place -> picked.add(found.get(1 + place)));
            if (!gradients.scale().isEmpty()) {
                picked.add(found.get(found.size() - 1));
            }
            picked.attach(owner);
            return picked;
        }
    }

    @Override
    public StepOutcome update(NDList lossAndGradients, AdamW update) {
        return kernels.update(
                learned, lossAndGradients.subNDList(1), lossAndGradients.head(), update);
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < learned.factors().size(); i++) {
            state.put("factor." + i, learned.factors().get(i));
            state.put("first." + i, learned.first().get(i));
            state.put("second." + i, learned.second().get(i));
        }
        return state;
    }
}
