package org.isogloss.encoder;

import ai.djl.ndarray.NDList;

/**
 * What a model learns with: its weights, and the two moments of all that learns, shaped alike.
 *
 * @param weights in the kernels' order; where there are fewer moments than weights, the first
 *     weights are frozen
 * @param first running means of gradients, the scale's last
 * @param second running means of squared gradients, the scale's last
 * @param scale the logarithm of the inverse temperature, a scalar, or empty where that is fixed
 */
public record Learned(NDList weights, NDList first, NDList second, NDList scale) {
    /** With a fixed temperature. */
    public Learned(NDList weights, NDList first, NDList second) {
        this(weights, first, second, new NDList());
    }

    NDList frozen() {
        return new NDList(weights.subList(0, firstLearning()));
    }

    /** The weights that learn. */
    NDList moving() {
        return weights.subNDList(firstLearning());
    }

    /** All that learns: weights, then the scale. */
    NDList learning() {
        return new NDList(moving()).addAll(scale);
    }

    private int firstLearning() {
        return weights.size() - (first.size() - scale.size());
    }
}
