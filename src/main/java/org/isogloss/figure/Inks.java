package org.isogloss.figure;

import java.awt.Color;

/** Which colours a figure may be printed in. */
public enum Inks {
    /** Colours as on the screen. Strategies keep theirs, which colour-blind readers can tell. */
    STANDARD("Standard"),

    /**
     * Cividis for scores and purple to orange for differences, which look alike with and without
     * colour-blindness. Eleven languages are more than any palette tells apart: their codes do.
     */
    SAFE("Colour-blind safe"),

    /** No colour: every colour is printed as the grey of its lightness. */
    GREY("Greyscale");

    private final String words;

    Inks(String words) {
        this.words = words;
    }

    /** What it is called. */
    public String words() {
        return words;
    }

    /** How a colour is printed. */
    public Color printed(Color colour) {
        if (this != GREY) {
            return colour;
        }
        double luminance = ColourScale.luminance(colour);
        double encoded =
                luminance <= .0031308
                        ? 12.92 * luminance
                        : 1.055 * Math.pow(luminance, 1 / 2.4) - .055;
        int grey = (int) Math.round(255 * Math.min(1, encoded));
        return new Color(grey, grey, grey, colour.getAlpha());
    }
}
