package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.Dropout;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;

/** What a step changes: weights themselves, or low-rank products added to them. */
interface Learner {
    /** Learns from a batch. */
    StepOutcome step(TextPairs pairs, Contrast contrast, Dropout dropout, AdamW update);

    /** All it needs, beside the weights, to go on: arrays by name, in one order. */
    Map<String, NDArray> state();
}
