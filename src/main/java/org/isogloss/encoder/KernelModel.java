package org.isogloss.encoder;

/**
 * What the weights' shapes leave open about a model.
 *
 * @param heads attention heads A; H is a multiple of A
 * @param epsilon of every LayerNorm
 * @param positionOffset the first position id: 0 for BERT, padding id + 1 for XLM-RoBERTa
 * @param pooling how token vectors become a text vector
 * @param activation of the Dense layer, if the weights have one
 */
public record KernelModel(
        int heads,
        double epsilon,
        int positionOffset,
        Pooling pooling,
        Dense.Activation activation) {
    /** A model without a Dense layer. */
    public KernelModel(int heads, double epsilon, int positionOffset, Pooling pooling) {
        this(heads, epsilon, positionOffset, pooling, Dense.Activation.IDENTITY);
    }

    /** The same model with a Dense layer. */
    KernelModel with(Dense.Activation dense) {
        return new KernelModel(heads, epsilon, positionOffset, pooling, dense);
    }
}
