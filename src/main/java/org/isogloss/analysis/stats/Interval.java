package org.isogloss.analysis.stats;

/**
 * A number and between what it may lie.
 *
 * @param estimate the number itself
 * @param low the lower end; NaN if there are too few questions to tell
 * @param high the upper end; NaN if there are too few questions to tell
 * @param level how often such an interval holds the true number, as a share: .95
 */
public record Interval(double estimate, double low, double high, double level) {

    /** True if a number lies in the interval; false if the interval is not known. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }
}
