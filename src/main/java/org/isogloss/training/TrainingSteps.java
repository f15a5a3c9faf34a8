package org.isogloss.training;

import java.util.List;
import java.util.function.Consumer;
import org.isogloss.batch.BatchPlan;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.Weights;

/**
 * Training steps one after the other and nothing besides, neither checkpoints nor validation: what
 * a machine's speed and a run's memory are measured with.
 */
public final class TrainingSteps implements AutoCloseable {
    private final BatchTokens tokens;
    private final Optimizer optimizer;
    private int step;

    /**
     * Takes what training needs beside data.
     *
     * @param weights changed in place
     * @param warnings told when a batch has to be parted because memory is full
     */
    public TrainingSteps(
            Kernels kernels,
            KernelModel model,
            Weights weights,
            BatchTokens tokens,
            TrainingSettings settings,
            Consumer<String> warnings) {
        this.tokens = tokens;
        optimizer = new Optimizer(kernels, model, weights.arrays(), settings, 1, warnings);
    }

    /**
     * Learns from the next batch of a plan.
     *
     * @return the tokens of its texts
     * @throws TrainingDivergedException if loss or gradient is not finite
     */
    public int next(BatchPlan plan) {
        TextPairs pairs = tokens.of(plan.batch(step));
        StepOutcome report = optimizer.step(step, List.of(pairs));
        step++;
        if (!report.finite()) {
            throw new TrainingDivergedException(
                    "step " + step + ": the loss is " + report.loss() + "; the weights are broken");
        }
        return pairs.tokens();
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
