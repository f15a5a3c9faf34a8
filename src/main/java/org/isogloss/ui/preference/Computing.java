package org.isogloss.ui.preference;

import org.isogloss.base.BadInputException;
import org.isogloss.launch.LocalProcess;
import org.isogloss.ui.words.Words;

/**
 * What runs are to compute on.
 *
 * @param device {@code cpu}, or {@code gpu:0} for the first graphics card
 * @param threads processor threads, or 0 for all there are
 */
public record Computing(String device, int threads) {
    private static final Words WORDS = Words.of(Computing.class);

    /** The processor. */
    public static final String PROCESSOR = "cpu";

    /** The processor with all its threads. */
    public static final Computing STANDARD = new Computing(PROCESSOR, 0);

    public Computing {
        if (device == null || !device.matches("cpu|gpu:\\d{1,4}") || threads < 0) {
            throw new BadInputException(
                    WORDS.text("computing.computingOnWithThreads", device, threads));
        }
    }

    /** The same with another device. */
    public Computing on(String otherDevice) {
        return new Computing(otherDevice, threads);
    }

    /** The same with another number of threads, 0 for all. */
    public Computing withThreads(int otherThreads) {
        return new Computing(device, otherThreads);
    }

    /** What starts processes that compute so; never on more threads than there are. */
    public LocalProcess process() {
        int all = Runtime.getRuntime().availableProcessors();
        return new LocalProcess(threads == 0 ? all : Math.min(all, threads), device);
    }
}
