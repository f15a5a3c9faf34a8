package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isogloss.figure.CurvePoint;

/** A growing curve of losses by training step, kept in plain arrays; not thread-safe. */
final class LossSeries {
    private static final int FIRST_ROOM = 256;

    private int[] steps = new int[FIRST_ROOM];
    private float[] losses = new float[FIRST_ROOM];
    private int size;

    /** Appends a point; steps ascend. */
    void add(int step, double loss) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            losses = Arrays.copyOf(losses, 2 * size);
        }
        steps[size] = step;
        losses[size] = (float) loss;
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
            points.add(new CurvePoint(steps[i], losses[i]));
        }
        return points;
    }
}
