package org.isogloss.training;

import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ModelShape;

/**
 * How many numbers a way of training keeps, each a float32.
 *
 * @param kept weights, and with LoRA its factors and what the adapted weights were before
 * @param gradients of weights: with LoRA those of all layers, from which those of the factors
 *     follow
 * @param dense the gradients but that of the word embeddings, which a part of a batch leaves sparse
 * @param learning numbers that have moments
 * @param layers transformer layers that keep activations
 */
record LearnedSizes(long kept, long gradients, long dense, long learning, int layers) {
    private static final int LORA_PRODUCTS = 2; // query and value; then key, then output

    /**
     * @throws BadInputException if the settings leave nothing to learn
     */
    static LearnedSizes of(ModelShape shape, TrainingSettings settings) {
        List<Long> sizes = shape.arraySizes();
        int frozen = settings.frozen(sizes.size());
        long all = shape.parameters();
        long learning = sum(sizes.subList(frozen, sizes.size()));
        long dense = frozen == 0 ? learning - sizes.get(0) : learning;
        int layers = shape.config().layers();
        if (settings.trainedLayers() > 0) {
            layers = Math.min(layers, settings.trainedLayers());
        }
        if (settings.loraRank() == 0) {
            return new LearnedSizes(all, learning, dense, learning, layers);
        }
        long h = shape.config().hidden();
        long factors =
                2 * h * settings.loraRank() * layers * (LORA_PRODUCTS - 1 + settings.loraTargets());
        long adapted = layers * h * h * (settings.loraTargets() == 3 ? 4 : 3);
        return new LearnedSizes(all + factors + adapted, learning, dense, factors, layers);
    }

    private static long sum(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }
}
