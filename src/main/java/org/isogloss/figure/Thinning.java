package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Thins a curve to what the screen can show: the least and the greatest point of each pixel column.
 *
 * <p>A peak is never lost, and a chart never holds more than two points a column.
 */
final class Thinning {
    private Thinning() {}

    /**
     * Thins points.
     *
     * @param points in ascending order of x
     * @param columns pixel columns, at least 1
     * @return the same points if there are at most two a column; else some of them in order
     */
    static List<CurvePoint> thin(List<CurvePoint> points, int columns) {
        if (points.size() <= 2 * columns) {
            return points;
        }
        double first = points.get(0).x();
        double width = (points.get(points.size() - 1).x() - first) / columns;
        List<CurvePoint> kept = new ArrayList<>(2 * columns);
        int start = 0;
        for (int column = 0; column < columns && start < points.size(); column++) {
            int end = start;
            double edge = first + (column + 1) * width;
            boolean last = column == columns - 1;
            while (end < points.size() && (last || points.get(end).x() < edge)) {
                end++;
            }
            keepExtremes(points.subList(start, end), kept);
            start = end;
        }
        return List.copyOf(kept);
    }

    /** The points of a stretch of steps, and the one before and after it that lines come from. */
    static List<CurvePoint> within(StepRange steps, List<CurvePoint> points) {
        if (steps.all() || points.isEmpty()) {
            return points;
        }
        int from = CurvePoint.firstFrom(points, steps.from());
        int to = CurvePoint.firstFrom(points, Math.nextUp(steps.to()));
        return points.subList(Math.max(0, from - 1), Math.min(points.size(), to + 1));
    }

    private static void keepExtremes(List<CurvePoint> column, List<CurvePoint> kept) {
        if (column.isEmpty()) {
            return;
        }
        int least = 0;
        int greatest = 0;
        for (int i = 1; i < column.size(); i++) {
            if (column.get(i).y() < column.get(least).y()) {
                least = i;
            }
            if (column.get(i).y() > column.get(greatest).y()) {
                greatest = i;
            }
        }
        kept.add(column.get(Math.min(least, greatest)));
        if (least != greatest) {
            kept.add(column.get(Math.max(least, greatest)));
        }
    }
}
