package org.isogloss.run;

import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.PyTorch;

/**
 * What a run may compute on.
 *
 * @param device the processor or a graphics card
 * @param threads processor threads of one operation, 0 for the engine's own choice
 */
public record Compute(ComputeDevice device, int threads) {
    /** In words, for {@code environment.json}. */
    public String description() {
        return device + ", PyTorch " + PyTorch.VERSION + ", " + threads + " threads";
    }
}
