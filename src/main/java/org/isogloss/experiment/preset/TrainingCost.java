package org.isogloss.experiment.preset;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ModelShape;
import org.isogloss.experiment.Backbone;
import org.isogloss.training.BatchLoad;
import org.isogloss.training.TrainingMemory;
import org.isogloss.training.TrainingSettings;

/**
 * What training would take at its peak, in bytes, as plain numbers: the parts of a bar.
 *
 * @param weights of the model
 * @param gradients of what learns
 * @param moments of AdamW
 * @param activations of a batch, or of its largest part
 * @param fixed the process itself
 */
public record TrainingCost(
        long weights, long gradients, long moments, long activations, long fixed) {

    /**
     * How one means to train.
     *
     * @param optimisation settings of the training loop by id, as in a recipe
     * @param pairs questions of a batch, each with its passage
     * @param questionTokens of a long question
     * @param passageTokens of a long passage; all are taken to be that long, as in the largest
     *     batch
     * @param card whether a graphics card computes
     */
    public record Plan(
            Map<String, Double> optimisation,
            int pairs,
            int questionTokens,
            int passageTokens,
            boolean card) {
        public Plan {
            optimisation = Map.copyOf(optimisation);
        }
    }

    /** All of it. */
    public long total() {
        return weights + gradients + moments + activations + fixed;
    }

    /**
     * The cost of training a study's backbone, whose directory is opened for it.
     *
     * @throws BadInputException if the backbone cannot be read or the plan not be followed
     */
    public static TrainingCost of(Backbone backbone, Plan plan) {
        return of(backbone.shape(), plan);
    }

    /**
     * The cost of training a preset.
     *
     * @throws BadInputException if the plan cannot be followed
     */
    public static TrainingCost of(BackbonePreset preset, Plan plan) {
        return of(preset.shape(), plan);
    }

    /**
     * The cost of training a model.
     *
     * @throws BadInputException if the plan cannot be followed
     */
    public static TrainingCost of(ModelShape shape, Plan plan) {
        TrainingSettings settings = settings(shape, plan);
        TrainingMemory memory =
                TrainingMemory.of(shape, settings, load(shape, settings, plan), plan.card());
        return new TrainingCost(
                memory.weights(),
                memory.gradients(),
                memory.moments(),
                memory.activations(),
                memory.fixed());
    }

    /**
     * The largest micro-batch with which the training fits some memory, in tokens; that of the plan
     * does not count.
     *
     * @return the tokens of the whole batch if it need not be parted; empty if nothing fits
     * @throws BadInputException if the plan cannot be followed
     */
    public static OptionalInt largestMicroBatch(ModelShape shape, Plan plan, long bytes) {
        TrainingSettings settings = settings(shape, plan);
        return TrainingMemory.largestMicroBatch(
                shape, settings, load(shape, settings, plan), plan.card(), bytes);
    }

    /**
     * The tokens of a text that training keeps by these settings, whatever the model takes.
     *
     * @throws BadInputException if the settings are not in order
     */
    public static int longestText(Map<String, Double> optimisation) {
        return TrainingSettings.of(optimisation).maxTokens();
    }

    /** Texts are cut where training cuts them, and where the model ends. */
    private static BatchLoad load(ModelShape shape, TrainingSettings settings, Plan plan) {
        int longest = Math.min(settings.maxTokens(), shape.config().longestText());
        return BatchLoad.pairs(
                plan.pairs(),
                Math.min(plan.questionTokens(), longest),
                Math.min(plan.passageTokens(), longest));
    }

    /** As in a run, a plan that names no dropout takes the model's own. */
    private static TrainingSettings settings(ModelShape shape, Plan plan) {
        Map<String, Double> complete = new TreeMap<>(plan.optimisation());
        complete.putIfAbsent("dropout", shape.config().hiddenDropout());
        complete.putIfAbsent("attentionDropout", shape.config().attentionDropout());
        return TrainingSettings.of(complete);
    }
}
