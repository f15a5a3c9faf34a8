package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.SplittableRandom;
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

    Optimizer(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            TrainingSettings settings,
            long seed) {
        this.settings = settings;
        this.seed = seed;
        learningRate = LearningRate.of(settings);
        loss = ContrastiveLoss.of(settings);
        manager = weights.head().getManager().newSubManager();
        learner =
                settings.loraRank() > 0
                        ? new LowRankLearner(kernels, model, weights, settings, seed, manager)
                        : new WeightLearner(kernels, model, weights, settings, manager);
    }

    /** All it needs, beside the weights, to go on. */
    Map<String, NDArray> state() {
        return learner.state();
    }

    double learningRate(int step) {
        return learningRate.at(step);
    }

    /**
     * Takes a step, counted from 0. Dropout follows from seed and step alone, so that a resumed run
     * draws what an uninterrupted one would have drawn.
     */
    StepOutcome step(int step, TextPairs pairs) {
        long mixed = new SplittableRandom(seed).nextLong() + step;
        Dropout dropout =
                new Dropout(
                        settings.dropout(),
                        settings.attentionDropout(),
                        new SplittableRandom(mixed).nextInt());
        return learner.step(pairs, loss.numbers(), dropout, update(step));
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
