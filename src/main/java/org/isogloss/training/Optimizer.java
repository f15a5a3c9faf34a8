package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import org.isogloss.encoder.GradCache;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.TextPairs;

/**
 * AdamW with its moments (Loshchilov and Hutter, 2019): changes weights batch by batch. Frozen
 * weights have no moments, do not decay and do not count in the gradient norm.
 *
 * <p>It owns the moments, not the weights.
 */
final class Optimizer implements AutoCloseable {
    private final Kernels kernels;
    private final Kernels.Model model;
    private final TrainingSettings settings;
    private final LearningRate learningRate;
    private final ContrastiveLoss loss;
    private final NDManager manager;
    private final Kernels.Learned learned;

    Optimizer(Kernels kernels, Kernels.Model model, NDList weights, TrainingSettings settings) {
        this.kernels = kernels;
        this.model = model;
        this.settings = settings;
        learningRate = LearningRate.of(settings);
        loss = ContrastiveLoss.of(settings);
        manager = weights.head().getManager().newSubManager();
        NDList learning = weights.subNDList(settings.frozen(weights.size()));
        learned = new Kernels.Learned(weights, zerosLike(learning), zerosLike(learning));
    }

    private NDList zerosLike(NDList arrays) {
        NDList zeros = new NDList(arrays.size());
        for (NDArray array : arrays) {
            zeros.add(manager.zeros(array.getShape()));
        }
        return zeros;
    }

    /** Running means of gradients and of squared gradients of the weights that learn, in order. */
    NDList moments() {
        return new NDList(learned.first()).addAll(learned.second());
    }

    double learningRate(int step) {
        return learningRate.at(step);
    }

    /**
     * Takes a step, counted from 0. Dropout follows from seed and step alone, so that a resumed run
     * draws what an uninterrupted one would have drawn.
     */
    Kernels.Report step(int step, TextPairs pairs, long seed) {
        long mixed = new SplittableRandom(seed).nextLong() + step;
        Kernels.Dropout dropout =
                new Kernels.Dropout(
                        settings.dropout(),
                        settings.attentionDropout(),
                        new SplittableRandom(mixed).nextInt());
        int most = settings.microBatchTokens();
        return most == 0 || pairs.tokens() <= most
                ? kernels.step(learned, model, pairs, loss.numbers(), dropout, update(step))
                : new GradCache(kernels, most)
                        .step(learned, model, pairs, loss.numbers(), dropout, update(step));
    }

    private Kernels.Update update(int step) {
        return new Kernels.Update(
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
