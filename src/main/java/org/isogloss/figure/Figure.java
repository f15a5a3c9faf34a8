package org.isogloss.figure;

import org.jfree.chart.JFreeChart;

/** A picture of results: the same chart on the screen and on paper, and its data as a table. */
public interface Figure {
    /** A name for files, made of lower-case letters, digits and hyphens. */
    String id();

    /** What the figure is about. */
    String title();

    /** Where the numbers come from, in one line; empty if that is not known. */
    String subtitle();

    /** Where the numbers come from, part by part; all parts empty if that is not known. */
    default Provenance provenance() {
        return Provenance.UNKNOWN;
    }

    /** What is seen, how to read it, and the trap: two to four plain sentences. */
    String explanation();

    /** How high it is drawn on paper and in reports, as a share of its width. */
    default double heightToWidth() {
        return .8;
    }

    /** A new chart, which the caller owns. */
    JFreeChart draw(ChartStyle style);

    /** Every number of the picture, one row each. */
    FigureTable table();

    /**
     * The same as a paper sets it: in the digits that are shown, and as a matrix where it is one.
     */
    default FigureTable printed() {
        return table();
    }
}
