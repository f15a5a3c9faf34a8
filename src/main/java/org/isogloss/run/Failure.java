package org.isogloss.run;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.DiskFault;
import org.isogloss.encoder.PyTorch;
import org.isogloss.training.TrainingDivergedException;

/**
 * Why a run failed, in a sentence that ends with the remedy.
 *
 * <p>Full memory and full disks reach us as messages of the engine and of the operating system, and
 * are told by their words.
 */
record Failure(Throwable cause) {
    private static final String AGAIN = ", then run it again: it goes on from its last checkpoint";

    String sentence() {
        if (cause instanceof BadInputException || cause instanceof TrainingDivergedException) {
            return cause.getMessage();
        }
        if (cause instanceof OutOfMemoryError) {
            return "Java's memory of "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB is full; give it more with JAVA_TOOL_OPTIONS=-Xmx8g or use less data"
                    + AGAIN;
        }
        Optional<DiskFault> disk = DiskFault.behind(cause);
        if (disk.isPresent()) {
            return disk.get().sentence(cause) + AGAIN;
        }
        if (chain().anyMatch(PyTorch::memoryFull)) {
            return "the memory of the device is full ("
                    + firstLine()
                    + "); make a new run with microBatchTokens, such as 2048 and then less, with"
                    + " shorter texts (maxTokens) or a smaller backbone";
        }
        return cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    }

    private Stream<Throwable> chain() {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }

    private String firstLine() {
        return Objects.toString(cause.getMessage(), "").lines().findFirst().orElse("");
    }
}
