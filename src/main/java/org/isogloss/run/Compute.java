package org.isogloss.run;

import java.util.function.Consumer;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.PyTorch;

/**
 * What a run may compute on.
 *
 * @param device the processor or a graphics card
 * @param threads processor threads of one operation, 0 for the engine's own choice
 */
public record Compute(ComputeDevice device, int threads) {
    /** Starts the engine accordingly; a download is announced before it begins. */
    public void start(Consumer<String> announce) {
        PyTorch.start(threads, announce);
    }

    /** In words, for {@code environment.json}. */
    public String description() {
        return device + ", PyTorch " + PyTorch.VERSION + ", " + threads + " threads";
    }
}
