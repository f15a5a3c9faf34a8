package org.isogloss.encoder;

import java.util.Arrays;
import java.util.List;

/**
 * What decides how many weights a model has and how large they are.
 *
 * <p>A pooler, which BERT's and XLM-RoBERTa's own code adds, is none of them: it is neither read
 * nor trained here, so that published counts are greater by H × H + H.
 *
 * @param config the sizes of the encoder
 * @param dense the layer after pooling, or null
 */
public record ModelShape(ModelConfig config, Dense dense) {
    private static final int TABLES = 3;

    /** Elements of each array of weights, in the kernels' order. */
    public List<Long> arraySizes() {
        return WeightLayout.of(config, dense).stream()
                .map(slot -> Arrays.stream(slot.stacked()).reduce(1, Math::multiplyExact))
                .toList();
    }

    /** The number of weights. */
    public long parameters() {
        return sum(arraySizes());
    }

    /** Weights in the tables of words, positions and token types. */
    public long embeddingParameters() {
        return sum(arraySizes().subList(0, TABLES));
    }

    /**
     * Weights outside these tables: the N of scaling laws, to which a large vocabulary adds nothing
     * (Kaplan et al., 2020; Fang et al., "Scaling Laws for Dense Retrieval", 2024).
     */
    public long nonEmbeddingParameters() {
        return parameters() - embeddingParameters();
    }

    private static long sum(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }
}
