package org.isogloss.ui.preference;

import javafx.geometry.Rectangle2D;

/**
 * Where the window stood, in screen pixels.
 *
 * @param maximized true if it filled the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    /** What the window is at least, in pixels. */
    public static final double LEAST_WIDTH = 640;

    /** What the window is at least, in pixels. */
    public static final double LEAST_HEIGHT = 480;

    private static final double TITLE_BAR = 32;
    private static final double SMALLER = .85; // what a filled screen's window is when restored

    /**
     * The middle of a screen; a screen with no room to spare is filled, since some desktops shrink
     * a window that would not fit with its title bar to nothing.
     */
    public static WindowBounds within(Rectangle2D screen, double width, double height) {
        boolean fits = width < screen.getWidth() && height + TITLE_BAR < screen.getHeight();
        double w = fits ? width : screen.getWidth() * SMALLER;
        double h = fits ? height : screen.getHeight() * SMALLER;
        return new WindowBounds(
                screen.getMinX() + (screen.getWidth() - w) / 2,
                screen.getMinY() + (screen.getHeight() - h) / 2,
                w,
                h,
                !fits);
    }

    /** The same place where the screen is large enough for it, else what fits. */
    public WindowBounds on(Rectangle2D screen) {
        return width <= screen.getWidth() && height <= screen.getHeight()
                ? this
                : within(screen, width, height);
    }

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
