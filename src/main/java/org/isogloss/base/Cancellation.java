package org.isogloss.base;

import java.util.concurrent.CancellationException;

/** Asks long work to stop; the work looks at it between steps. */
@FunctionalInterface
public interface Cancellation {
    /** Never asks. */
    Cancellation NEVER = () -> false;

    /** True once the work should stop; may be asked from any thread. */
    boolean requested();

    /**
     * Leaves the work when asked to.
     *
     * @throws CancellationException if the work should stop
     */
    default void check() {
        if (requested()) {
            throw new CancellationException("cancelled");
        }
    }
}
