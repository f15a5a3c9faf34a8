package org.isogloss.ui.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.figure.StepRange;

/** Which stretch of the steps the charts show; all charts show the same. */
final class StepZoom {
    private static final double LEAST = 4;

    private final ReadOnlyObjectWrapper<StepRange> range =
            new ReadOnlyObjectWrapper<>(StepRange.ALL);
    private double first;
    private double last;

    /** The stretch, or {@link StepRange#ALL}. */
    ReadOnlyObjectProperty<StepRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** Says which steps there are; a stretch that is shown stays. */
    void bounds(double firstStep, double lastStep) {
        first = firstStep;
        last = lastStep;
    }

    /** Shows a stretch, at least four steps of it and nothing beyond the ends. */
    void show(double from, double to) {
        double length = Math.max(LEAST, Math.abs(to - from));
        if (length >= last - first) {
            reset();
            return;
        }
        double middle = (from + to) / 2;
        double start = Math.max(first, Math.min(last - length, middle - length / 2));
        range.set(new StepRange(start, start + length));
    }

    /** Shows more or less of the axis; what stands at a step stays where it is. */
    void scale(double around, double factor) {
        StepRange now = range.get();
        double from = now.all() ? first : now.from();
        double to = now.all() ? last : now.to();
        double start = around - (around - from) * factor;
        double length = Math.max(LEAST, (to - from) * factor);
        if (length < last - first) {
            show(start, start + length);
        } else {
            reset();
        }
    }

    /** Shows everything. */
    void reset() {
        range.set(StepRange.ALL);
    }
}
