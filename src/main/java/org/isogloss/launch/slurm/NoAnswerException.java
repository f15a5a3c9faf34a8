package org.isogloss.launch.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Says that Slurm did not answer, or not as agreed, so that nothing is known: a command may even
 * have been done. Its message is shown as it stands.
 */
final class NoAnswerException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String sentence) {
        super(sentence, new IOException(sentence));
    }

    NoAnswerException(String sentence, IOException cause) {
        super(sentence, cause);
    }
}
