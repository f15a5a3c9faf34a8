package org.isogloss.ui.preference;

/**
 * Where the window stood, in screen pixels.
 *
 * @param maximized true if it filled the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 480;

    /** The same place, large enough to be worked in. */
    public WindowBounds usable() {
        return new WindowBounds(
                x, y, Math.max(LEAST_WIDTH, width), Math.max(LEAST_HEIGHT, height), maximized);
    }
}
