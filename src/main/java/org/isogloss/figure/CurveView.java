package org.isogloss.figure;

/**
 * How curves against training steps are looked at.
 *
 * @param smoothing the factor of exponential smoothing, 0 for none to just below 1
 * @param columns pixel columns to thin to, about the chart's width
 * @param logarithmic true for an axis of values by powers; values of 0 are then left out
 * @param logarithmicSteps true for an axis of steps by powers of ten; step 0 is then left out
 * @param steps the stretch of steps that is seen
 */
public record CurveView(
        double smoothing,
        int columns,
        boolean logarithmic,
        boolean logarithmicSteps,
        StepRange steps) {

    /** Everything on linear axes. */
    public static CurveView plain(double smoothing, int columns) {
        return new CurveView(smoothing, columns, false, false, StepRange.ALL);
    }
}
