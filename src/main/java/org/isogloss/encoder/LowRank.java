package org.isogloss.encoder;

import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * Low-rank products that are learnt instead of weights (Hu et al., "LoRA", 2022): a weight's rows
 * are what they were plus scale times B A.
 *
 * @param adapted the weights, changed in place
 * @param before what they were
 * @param factors A [R, in] and B [out, R] of each product in turn, then the logarithm of the
 *     inverse temperature if it is learnt; changed in place
 * @param first moments of the factors
 * @param second moments of the factors
 * @param products scale; then for each product the number of its weight and of its first row
 */
public record LowRank(
        NDList adapted,
        NDList before,
        NDList factors,
        NDList first,
        NDList second,
        List<Double> products) {
    public LowRank {
        products = List.copyOf(products);
    }
}
