package org.isogloss.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;

/**
 * How every figure looks: one ground, one ink, one typeface. Sizes are in units of the layout, on
 * the screen 1/96 inch.
 *
 * @param id stable name in files and preferences
 * @param ink text
 * @param fainter text that comes second
 * @param darkGround true if the ground is dark
 * @param family the typeface; the platform's sans serif stands in where it is not installed
 * @param inks which colours there are
 * @param titled false where a caption says what title and subtitle would
 */
public record ChartStyle(
        String id,
        Color ground,
        Color ink,
        Color fainter,
        boolean darkGround,
        String family,
        Inks inks,
        boolean titled) {
    /** The size of the text at axes, in units of the layout; most of a figure's text has it. */
    public static final int TEXT = 11;

    private static final String DEJAVU = "DejaVu Sans";

    /** The window's light theme. */
    public static ChartStyle light() {
        return new ChartStyle(
                "light",
                Color.WHITE,
                new Color(0x1f2328),
                new Color(0x59636e),
                false,
                DEJAVU,
                Inks.STANDARD,
                true);
    }

    /** The window's dark theme. */
    public static ChartStyle dark() {
        return new ChartStyle(
                "dark",
                new Color(0x0d1117),
                new Color(0xe6edf3),
                new Color(0x9198a1),
                true,
                DEJAVU,
                Inks.STANDARD,
                true);
    }

    /** Black on white for print, in the typeface that goes with the file. */
    public static ChartStyle paper() {
        return new ChartStyle(
                "paper",
                Color.WHITE,
                Color.BLACK,
                new Color(0x404040),
                false,
                PaperFont.FAMILY,
                Inks.STANDARD,
                true);
    }

    /** The three styles in the order they are offered. */
    public static List<ChartStyle> all() {
        return List.of(light(), dark(), paper());
    }

    /** The same style in another typeface. */
    public ChartStyle withFamily(String other) {
        return new ChartStyle(id, ground, ink, fainter, darkGround, other, inks, titled);
    }

    /** The same style in other colours. */
    public ChartStyle withInks(Inks other) {
        return new ChartStyle(id, ground, ink, fainter, darkGround, family, other, titled);
    }

    /** The same style with title and subtitle, or without. */
    public ChartStyle titled(boolean shown) {
        return new ChartStyle(id, ground, ink, fainter, darkGround, family, inks, shown);
    }

    /** True if it is for print, where all that a picture says must stand in it. */
    boolean onPaper() {
        return id.equals("paper");
    }

    Font titleFont(String text) {
        return font(text, Font.BOLD, 14);
    }

    /** For names of a figure's parts. */
    Font headingFont(String text) {
        return font(text, Font.BOLD, TEXT);
    }

    Font axisFont() {
        return font("", Font.PLAIN, TEXT);
    }

    Font tickFont() {
        return font("", Font.PLAIN, TEXT);
    }

    /** For lines that may hold any script, such as names of data sets. */
    Font textFont(String text) {
        return font(text, Font.PLAIN, TEXT);
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
        if (family.equals(PaperFont.FAMILY)) {
            return PaperFont.writes(text)
                    ? PaperFont.at(size)
                    : new Font(Font.SANS_SERIF, Font.PLAIN, size);
        }
        Font named = new Font(family, weight, size);
        boolean installed = named.getFamily(Locale.ROOT).equals(family);
        boolean complete = named.canDisplayUpTo(text) < 0;
        return installed && complete ? named : new Font(Font.SANS_SERIF, weight, size);
    }
}
