package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Exponential smoothing without a start-up bias.
 *
 * <p>With factor β the smoothed value after t values y is Σ βᵗ⁻ⁱ yᵢ / Σ βᵗ⁻ⁱ (Kingma and Ba, 2015,
 * section 3, the correction of the first moment).
 *
 * @param factor β, from 0 for none to just below 1
 */
record Smoothing(double factor) {
    private static final double NEGLIGIBLE = 1e-9;

    Smoothing {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("smoothing " + factor + " is not in [0, 1)");
        }
    }

    List<CurvePoint> of(List<CurvePoint> points) {
        List<CurvePoint> smooth = new ArrayList<>(points.size());
        double sum = 0;
        double weight = 0;
        for (CurvePoint point : points) {
            sum = factor * sum + point.y();
            weight = factor * weight + 1;
            smooth.add(new CurvePoint(point.x(), sum / weight));
        }
        return smooth;
    }

    /** The smoothed value of one of the points, to the precision that a line of text shows. */
    CurvePoint at(List<CurvePoint> points, int index) {
        double sum = 0;
        double weight = 0;
        double share = 1;
        for (int i = index; i >= 0 && share > NEGLIGIBLE; i--) {
            sum += share * points.get(i).y();
            weight += share;
            share *= factor;
        }
        return new CurvePoint(points.get(index).x(), sum / weight);
    }
}
