package org.isogloss.figure.export;

/**
 * The size of an exported figure.
 *
 * <p>Charts are laid out in units of 1/96 inch, as on the screen; the resolution only says how many
 * pixels draw them. At 84 mm, a journal's column, text of 11 units prints at about 8 points.
 *
 * @param dpi pixels per inch
 */
public record FigureSize(int pixelWidth, int pixelHeight, double dpi) {
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double UNITS_PER_INCH = 96;

    /**
     * Takes a size in pixels.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public FigureSize {
        if (pixelWidth < 1 || pixelHeight < 1 || !(dpi > 0)) {
            throw new IllegalArgumentException(
                    "a figure of " + pixelWidth + " x " + pixelHeight + " at " + dpi + " dpi");
        }
    }

    /** A size on paper. */
    public static FigureSize millimetres(double width, double height, double dpi) {
        return new FigureSize(pixels(width, dpi), pixels(height, dpi), dpi);
    }

    /** A size on the screen, at 96 dots an inch. */
    public static FigureSize screen(int width, int height) {
        return new FigureSize(width, height, UNITS_PER_INCH);
    }

    /** Pixels that draw one unit of the layout. */
    double scale() {
        return dpi / UNITS_PER_INCH;
    }

    double width() {
        return pixelWidth / scale();
    }

    double height() {
        return pixelHeight / scale();
    }

    private static int pixels(double millimetres, double dpi) {
        return (int) Math.round(millimetres / MILLIMETRES_PER_INCH * dpi);
    }
}
