package org.isogloss.training;

import ai.djl.engine.EngineException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.TextPairs;

/**
 * The most tokens that are computed at once: what the settings say until memory is full, then
 * halved until a batch fits.
 *
 * <p>How a batch is parted decides what is dropped out, so what was found belongs to the state of
 * training.
 */
final class MicroBatch {
    private final int asked;
    private final Consumer<String> warn;
    private Integer found;

    /**
     * Begins as settings ask.
     *
     * @param asked tokens; 0 for whole batches
     * @param warn told once of each size that was found
     */
    MicroBatch(int asked, Consumer<String> warn) {
        this.asked = asked == 0 ? Integer.MAX_VALUE : asked;
        this.warn = warn;
    }

    /** What memory made of the setting, or null if it left it alone. */
    Integer found() {
        return found;
    }

    /** Begins with parts of a size estimated to fit. */
    void begin(int estimated) {
        found = estimated;
    }

    /** Goes on with what was found before. */
    void restore(Integer before) {
        found = before;
    }

    /**
     * Computes a batch, again with smaller parts where memory is full.
     *
     * @param work takes the most tokens of a part; it must change nothing that outlives it
     * @throws EngineException if memory is full though each text is computed alone
     */
    <T> T fit(TextPairs pairs, IntFunction<T> work) {
        int most = found == null ? asked : found;
        while (true) {
            try {
                T done = work.apply(most);
                if (most != (found == null ? asked : found)) {
                    found = most;
                    warn.accept(
                            "the memory of the device is full: from here on batches are computed"
                                    + " in parts of at most "
                                    + most
                                    + " tokens, with the same gradient in more time; to repeat"
                                    + " this run elsewhere set microBatchTokens to "
                                    + most);
                }
                return done;
            } catch (EngineException e) {
                if (!PyTorch.memoryFull(e) || pairs.parted(most) == pairs.texts()) {
                    throw e;
                }
                most = Math.max(1, Math.min(most, pairs.tokens()) / 2);
            }
        }
    }
}
