package org.isogloss.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
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
    private static final List<String> FULL_DISK =
            List.of("no space left on device", "disk quota exceeded", "not enough space");

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
        if (chain().anyMatch(e -> e instanceof IOException && says(e, FULL_DISK))) {
            return "the disk is full: " + cause.getMessage() + "; free some space" + AGAIN;
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

    private static boolean says(Throwable e, List<String> words) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        String said = Objects.toString(reason, "").toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(said::contains);
    }

    private String firstLine() {
        return Objects.toString(cause.getMessage(), "").lines().findFirst().orElse("");
    }
}
