package org.isogloss.ui.chart;

/** What a hand does over a picture's plot, in the numbers of its horizontal axis. */
public interface PlotGestures {
    /** The pointer stands at a place; NaN once it has left the plot. */
    void pointed(double x);

    /** A stretch was drawn over with the pointer. */
    void chosen(double from, double to);

    /** The wheel turned at a place: below 1 to see less of the axis, above to see more. */
    void scaled(double around, double factor);

    /** All of the axis is to be seen again. */
    void reset();
}
