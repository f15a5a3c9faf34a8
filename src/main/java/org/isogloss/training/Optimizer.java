package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.Dropout;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;

/**
 * AdamW with its moments (Loshchilov and Hutter, 2019): changes weights batch by batch. Frozen
 * weights have no moments, do not decay and do not count in the gradient norm.
 *
 * <p>It owns the moments, not the weights.
 */
final class Optimizer implements AutoCloseable {
    private final TrainingSettings settings;
    private final LearningRate learningRate;
    private final ContrastiveLoss loss;
    private final long seed;
    private final NDManager manager;
    private final Learner learner;
    private final MicroBatch microBatch;
    private final NDList scale = new NDList();

    Optimizer(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            TrainingSettings settings,
            long seed,
            Consumer<String> warn) {
        this.settings = settings;
        this.seed = seed;
        learningRate = LearningRate.of(settings);
        loss = ContrastiveLoss.of(settings);
        manager = weights.head().getManager().newSubManager();
        microBatch = new MicroBatch(settings.microBatchTokens(), warn);
        if (settings.learnTemperature()) {
            scale.add(manager.create((float) -Math.log(settings.temperature())));
        }
        learner =
                settings.loraRank() > 0
                        ? new LowRankLearner(
                                kernels, model, weights, scale, settings, seed, manager)
                        : new WeightLearner(kernels, model, weights, scale, settings, manager);
    }

    /** All it needs, beside the weights, to go on. */
    Map<String, NDArray> state() {
        return learner.state();
    }

    double learningRate(int step) {
        return learningRate.at(step);
    }

    /** The temperature as it is now. */
    double temperature() {
        return scale.isEmpty() ? settings.temperature() : Math.exp(-scale.head().getFloat());
    }

    /** The size of parts. */
    MicroBatch microBatch() {
        return microBatch;
    }

    /**
     * Takes a step, counted from 0, on the mean gradient of its batches. Dropout follows from seed
     * and batch alone, so that a resumed run draws what an uninterrupted one would have drawn.
     */
    StepOutcome step(int step, List<TextPairs> batches) {
        try (NDManager scope = manager.newSubManager()) {
            NDList sum = new NDList();
            for (int i = 0; i < batches.size(); i++) {
                NDList found = gradients(scope, (long) step * batches.size() + i, batches.get(i));
                if (sum.isEmpty()) {
                    sum.addAll(found);
                } else {
                    for (int j = 0; j < sum.size(); j++) {
                        sum.get(j).addi(found.get(j));
                    }
                    found.close();
                }
            }
            if (batches.size() > 1) {
                sum.forEach(each -> each.divi(batches.size()));
            }
            return learner.update(sum, update(step));
        }
    }

    private NDList gradients(NDManager scope, long batch, TextPairs pairs) {
        long mixed = new SplittableRandom(seed).nextLong() + batch;
        Dropout dropout =
                new Dropout(
                        settings.dropout(),
                        settings.attentionDropout(),
                        new SplittableRandom(mixed).nextInt());
        return microBatch.fit(
                pairs, most -> learner.gradients(scope, pairs, loss.numbers(), dropout, most));
    }

    private AdamW update(int step) {
        return new AdamW(
                learningRate.at(step),
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                settings.weightDecay(),
                settings.decayVectors(),
                settings.clip(),
                step + 1L);
    }

    @Override
    public void close() {
        manager.close();
    }
}
