package org.isogloss.ui.preference;

import javafx.geometry.Rectangle2D;

/**
 * Where the window stood, in screen pixels.
 *
 * @param maximized true if it filled the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST_WIDTH = 640;
    private static final double TITLE_BAR = 32;
    private static final double LEAST_HEIGHT = 480;

    /** The middle of its title bar, which must lie on a screen for the window to be moved. */
    public Rectangle2D handle() {
        return new Rectangle2D(x + width / 4, y, width / 2, TITLE_BAR);
    }

    /** The same place, large enough to be worked in. */
    public WindowBounds usable() {
        return new WindowBounds(
                x, y, Math.max(LEAST_WIDTH, width), Math.max(LEAST_HEIGHT, height), maximized);
    }
}
