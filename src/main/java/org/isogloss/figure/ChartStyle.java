package org.isogloss.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;

/**
 * How every figure looks: one ground, one ink, one typeface. Sizes are in units of 1/96 inch.
 *
 * @param id stable name in files and preferences
 * @param ink text
 * @param fainter text that comes second
 * @param darkGround true if the ground is dark
 * @param family the typeface; the platform's sans serif stands in where it is not installed
 */
public record ChartStyle(
        String id, Color ground, Color ink, Color fainter, boolean darkGround, String family) {
    private static final String DEJAVU = "DejaVu Sans";

    /** The window's light theme. */
    public static ChartStyle light() {
        return new ChartStyle(
                "light", Color.WHITE, new Color(0x1f2328), new Color(0x59636e), false, DEJAVU);
    }

    /** The window's dark theme. */
    public static ChartStyle dark() {
        return new ChartStyle(
                "dark",
                new Color(0x0d1117),
                new Color(0xe6edf3),
                new Color(0x9198a1),
                true,
                DEJAVU);
    }

    /** Black on white for print. */
    public static ChartStyle paper() {
        return new ChartStyle(
                "paper", Color.WHITE, Color.BLACK, new Color(0x404040), false, DEJAVU);
    }

    /** The three styles in the order they are offered. */
    public static List<ChartStyle> all() {
        return List.of(light(), dark(), paper());
    }

    /** The same style in another typeface. */
    public ChartStyle withFamily(String other) {
        return new ChartStyle(id, ground, ink, fainter, darkGround, other);
    }

    Font titleFont(String text) {
        return font(text, Font.BOLD, 14);
    }

    Font axisFont() {
        return font("", Font.PLAIN, 11);
    }

    Font tickFont() {
        return font("", Font.PLAIN, 11);
    }

    /** For lines that may hold any script, such as names of data sets. */
    Font textFont(String text) {
        return font(text, Font.PLAIN, 11);
    }

    Font cellFont() {
        return font("", Font.PLAIN, 10);
    }

    /** A neutral between the ground (0) and the ink (1). */
    Color shade(double share) {
        return ColourScale.mix(ground, ink, share);
    }

    /** Gridlines: eight per cent of the way from the ground to the ink. */
    Color grid() {
        return shade(.08);
    }

    /** A colour faded towards the ground: all of it at 1, none at 0. */
    Color faded(Color colour, double share) {
        return ColourScale.mix(ground, colour, share);
    }

    // A named typeface draws boxes for scripts it lacks; only the logical one falls back.
    private Font font(String text, int weight, int size) {
        Font named = new Font(family, weight, size);
        boolean installed = named.getFamily(Locale.ROOT).equals(family);
        boolean complete = named.canDisplayUpTo(text) < 0;
        return installed && complete ? named : new Font(Font.SANS_SERIF, weight, size);
    }
}
