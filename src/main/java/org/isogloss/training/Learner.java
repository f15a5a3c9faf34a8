package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.isogloss.encoder.AdamW;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.Dropout;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;

/** What a step changes: weights themselves, or low-rank products added to them. */
interface Learner {
    /**
     * The loss of a batch and its gradients, in an order of the learner's own; nothing changes.
     *
     * @param most tokens computed at once
     * @return attached to the manager given
     */
    NDList gradients(
            NDManager owner, TextPairs pairs, Contrast contrast, Dropout dropout, int most);

    /** Learns from the loss and gradients of a batch, or from the means of several. */
    StepOutcome update(NDList lossAndGradients, AdamW update);

    /** All it needs, beside the weights, to go on: arrays by name, in one order. */
    Map<String, NDArray> state();
}
