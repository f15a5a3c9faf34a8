package org.isogloss.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isogloss.figure.CurvePoint;

/** A growing curve of values by training step, kept in plain arrays; not thread-safe. */
final class StepSeries {
    private static final int FIRST_ROOM = 256;

    private int[] steps = new int[FIRST_ROOM];
    private float[] values = new float[FIRST_ROOM];
    private int size;

    /** Appends a point; steps ascend. */
    void add(int step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size] = (float) value;
        size++;
    }

    /** Forgets the points from a step on, which a resumed run repeats. */
    void cutFrom(int step) {
        while (size > 0 && steps[size - 1] >= step) {
            size--;
        }
    }

    /** The points so far, in the order of steps. */
    List<CurvePoint> points() {
        List<CurvePoint> points = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            points.add(new CurvePoint(steps[i], values[i]));
        }
        return points;
    }
}
