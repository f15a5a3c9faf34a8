package org.isogloss.ui.datasets;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.isogloss.base.Cancellation;

/**
 * Asks one piece of background work to stop, also where it reads files and looks at nothing else:
 * then its thread is interrupted, which ends the reading.
 */
final class StopSign implements Cancellation {
    private volatile boolean requested;
    private Optional<Thread> working = Optional.empty();

    /** Asks; may be called from any thread, before, during and after the work. */
    synchronized void raise() {
        requested = true;
        working.ifPresent(Thread::interrupt);
    }

    @Override
    public boolean requested() {
        return requested;
    }

    /**
     * Does the work on this thread.
     *
     * @throws CancellationException if it was asked to stop before it ended, whatever it threw
     */
    <T> T during(Supplier<T> work) {
        begin();
        try {
            T result = work.get();
            check();
            return result;
        } catch (RuntimeException thrown) {
            if (requested && !(thrown instanceof CancellationException)) {
                CancellationException stopped = new CancellationException("cancelled");
                stopped.initCause(thrown);
                throw stopped;
            }
            throw thrown;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        check();
        working = Optional.of(Thread.currentThread());
    }

    private synchronized void end() {
        working = Optional.empty();
        if (requested) {
            // The thread goes on to other work, which nobody asked to stop.
            Thread.interrupted();
        }
    }
}
