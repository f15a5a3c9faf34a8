package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.TextPairs;

/** What a step changes: weights themselves, or low-rank products added to them. */
interface Learner {
    /** Learns from a batch. */
    Kernels.Report step(
            TextPairs pairs,
            Kernels.Contrast contrast,
            Kernels.Dropout dropout,
            Kernels.Update update);

    /** All it needs, beside the weights, to go on: arrays by name, in one order. */
    Map<String, NDArray> state();
}
