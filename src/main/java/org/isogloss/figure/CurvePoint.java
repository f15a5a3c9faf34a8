package org.isogloss.figure;

import java.util.List;
import java.util.Optional;

/**
 * One point of a curve.
 *
 * @param x finite
 * @param y finite
 */
public record CurvePoint(double x, double y) {

    /**
     * The point nearest to a place; of two as near the earlier.
     *
     * @param points in ascending order of x
     */
    public static Optional<CurvePoint> nearest(List<CurvePoint> points, double x) {
        int at = indexNearest(points, x);
        return at < 0 ? Optional.empty() : Optional.of(points.get(at));
    }

    /** The index of the nearest point; less than 0 if there is none. */
    static int indexNearest(List<CurvePoint> points, double x) {
        int after = firstFrom(points, x);
        if (after == points.size()) {
            return after - 1;
        }
        boolean earlier = after > 0 && x - points.get(after - 1).x() <= points.get(after).x() - x;
        return earlier ? after - 1 : after;
    }

    /** The index of the first point that is not before a place; the size if all are. */
    static int firstFrom(List<CurvePoint> points, double x) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).x() < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
