package org.isogloss.encoder;

import ai.djl.ndarray.NDList;

/**
 * What a model learns with: its weights, and the two moments of those that learn, shaped alike.
 *
 * @param weights in the kernels' order; where there are fewer moments than weights, the first
 *     weights are frozen
 * @param first running means of gradients
 * @param second running means of squared gradients
 */
public record Learned(NDList weights, NDList first, NDList second) {
    NDList frozen() {
        return new NDList(weights.subList(0, weights.size() - first.size()));
    }

    NDList learning() {
        return weights.subNDList(weights.size() - first.size());
    }
}
