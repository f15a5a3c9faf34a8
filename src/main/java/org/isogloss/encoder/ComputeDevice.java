package org.isogloss.encoder;

import ai.djl.Device;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * Where tensors live and are computed: the processor, or one graphics card.
 *
 * @param gpu the card's number from 0, or empty for the processor
 */
public record ComputeDevice(OptionalInt gpu) {
    /** The processor. */
    public static final ComputeDevice CPU = new ComputeDevice(OptionalInt.empty());

    private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,4})");

    /**
     * Reads {@code cpu}, or {@code gpu:0} for the first card.
     *
     * @throws BadInputException if it is neither
     */
    public static ComputeDevice of(String text) {
        if (text.equals("cpu")) {
            return CPU;
        }
        var match = GPU.matcher(text);
        if (!match.matches()) {
            throw new BadInputException("device '" + text + "' is neither cpu nor gpu:0, gpu:1, …");
        }
        return new ComputeDevice(OptionalInt.of(Integer.parseInt(match.group(1))));
    }

    /** The engine's name for it. */
    public Device toEngine() {
        return gpu.isPresent() ? Device.gpu(gpu.getAsInt()) : Device.cpu();
    }

    @Override
    public String toString() {
        return gpu.isPresent() ? "gpu:" + gpu.getAsInt() : "cpu";
    }
}
