package org.isogloss.training;

/** Says that a loss or gradient is no longer a finite number; its message is shown as it stands. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingDivergedException(String message) {
        super(message);
    }
}
