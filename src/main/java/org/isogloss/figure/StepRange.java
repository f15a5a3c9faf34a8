package org.isogloss.figure;

/**
 * A stretch of the axis of training steps.
 *
 * @param from the first step, or NaN for all that there are
 * @param to the last step, greater than the first, or NaN for all that there are
 */
public record StepRange(double from, double to) {
    /** All steps that there are. */
    public static final StepRange ALL = new StepRange(Double.NaN, Double.NaN);

    public StepRange {
        if (Double.isNaN(from) != Double.isNaN(to) || from >= to) {
            throw new IllegalArgumentException(
                    "no stretch of steps goes from " + from + " to " + to);
        }
    }

    /** True if nothing is cut off. */
    public boolean all() {
        return Double.isNaN(from);
    }
}
