package org.isogloss.analysis.bias;

/**
 * Where a number lies under resampling: the 2.5th and 97.5th percentile.
 *
 * @param low the lower end; NaN where nothing was resampled
 * @param high the upper end; NaN where nothing was resampled
 */
public record Interval(double low, double high) {
    /** No interval. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
