package org.isogloss.figure.export;

import org.isogloss.figure.ChartStyle;

/**
 * The size of an exported figure, and of the text in it.
 *
 * <p>A chart is laid out in units of which {@link ChartStyle#TEXT} are the asked size of text; all
 * else, marks, lines and gaps, grows and shrinks with it. The resolution only says how many pixels
 * draw them.
 *
 * @param widthPoints on paper, in points of 1/72 inch
 * @param heightPoints on paper, in points of 1/72 inch
 * @param textPoints the text at axes, in points; titles are larger, values in cells may be smaller
 * @param dpi pixels per inch, where there are pixels
 */
public record FigureSize(double widthPoints, double heightPoints, double textPoints, double dpi) {
    /** Text as on the screen. */
    public static final double SCREEN_TEXT = ChartStyle.TEXT * .75;

    private static final double POINTS_PER_INCH = 72;
    private static final double SCREEN_DPI = 96;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    /**
     * Takes a size on paper.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public FigureSize {
        if (!(widthPoints > 0 && heightPoints > 0 && textPoints > 0 && dpi > 0)) {
            throw new IllegalArgumentException(
                    "a figure of %s x %s points with text of %s points at %s dpi"
                            .formatted(widthPoints, heightPoints, textPoints, dpi));
        }
    }

    /** A size on paper with text as on the screen. */
    public static FigureSize millimetres(double width, double height, double dpi) {
        return new FigureSize(points(width), points(height), SCREEN_TEXT, dpi);
    }

    /** A size on the screen, at 96 dots an inch. */
    public static FigureSize screen(double width, double height) {
        double points = POINTS_PER_INCH / SCREEN_DPI;
        return new FigureSize(width * points, height * points, SCREEN_TEXT, SCREEN_DPI);
    }

    /** The same size in pixels of another resolution. */
    public FigureSize at(double otherDpi) {
        return new FigureSize(widthPoints, heightPoints, textPoints, otherDpi);
    }

    /** Pixels across. */
    public int pixelWidth() {
        return Math.max(1, (int) Math.round(widthPoints / POINTS_PER_INCH * dpi));
    }

    /** Pixels from top to bottom. */
    public int pixelHeight() {
        return Math.max(1, (int) Math.round(heightPoints / POINTS_PER_INCH * dpi));
    }

    /** Points that one unit of the layout is long. */
    double unit() {
        return textPoints / ChartStyle.TEXT;
    }

    /** Pixels that draw one unit of the layout. */
    double scale() {
        return unit() / POINTS_PER_INCH * dpi;
    }

    /** Across, in units of the layout. */
    double width() {
        return widthPoints / unit();
    }

    /** From top to bottom, in units of the layout. */
    double height() {
        return heightPoints / unit();
    }

    static double points(double millimetres) {
        return millimetres / MILLIMETRES_PER_INCH * POINTS_PER_INCH;
    }
}
