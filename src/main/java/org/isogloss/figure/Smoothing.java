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
}
