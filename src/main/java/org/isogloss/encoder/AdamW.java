package org.isogloss.encoder;

/**
 * The numbers of one AdamW update.
 *
 * @param decayVectors whether weight decay also shrinks biases and LayerNorm weights
 * @param clip the greatest global gradient norm, or 0 for any
 * @param step the update's number, from 1
 */
public record AdamW(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        boolean decayVectors,
        double clip,
        long step) {}
