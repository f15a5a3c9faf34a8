package org.isogloss.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.renderer.PaintScale;

/**
 * Colours for numbers between two limits, even in lightness and safe for colour-blind readers.
 *
 * <p>Viridis and cividis are sampled at 33 even places from matplotlib's tables (van der Walt and
 * Smith 2015; Nuñez, Anderton and Renslow 2018) and interpolated in sRGB.
 *
 * @param stops colours at even distances from the lower to the upper limit
 * @param missing the colour of NaN
 */
public record ColourScale(List<Color> stops, Limits limits, Color missing) implements PaintScale {
    /** A sequential palette that a reader may choose. */
    public enum Palette {
        VIRIDIS(
                "440154 470d60 48186a 482374 472d7b 453781 424086 3e4989 3b528b 375b8d 33638d"
                        + " 2f6b8e 2c728e 297a8e 26828e 23898e 21918c 1f978b 1f9f88 21a685 27ad81"
                        + " 31b57b 3dbc74 4cc26c 5cc863 6ece58 81d34d 95d840 aadc32 c0df25 d5e21a"
                        + " eae51a fde725"),
        CIVIDIS(
                "00224e 00285b 002e6a 053371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 535a6d"
                        + " 5a5f6e 61656f 686a71 6f7073 767676 7d7c78 838179 8b8778 928d78 9a9376"
                        + " a29975 aaa073 b3a670 bbad6d c3b369 ccba64 d4c15f ddc858 e6d051 efd748"
                        + " f8df3c fee838");

        private final String stops;

        Palette(String stops) {
            this.stops = stops;
        }
    }

    private static final String BLUE_WHITE_RED =
            "2166ac 4393c3 92c5de d1e5f0 ffffff fddbc7 f4a582 d6604d b2182b";
    private static final String BLUE_DARK_RED =
            "3576c4 2f66a6 274f7d 20374f 1c2129 4a2628 742f30 a03b38 c8453f";

    // ColorBrewer's PuOr (Brewer 2003), purple below
    private static final String PURPLE_WHITE_ORANGE =
            "542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806";
    private static final String LIGHT_TO_DARK = "f2f2f2 d0d0d0 a8a8a8 7c7c7c 505050 262626";
    // losses dark, gains light: two dark ends could not be told apart
    private static final String DARK_TO_LIGHT = "303030 585858 808080 a8a8a8 d0d0d0 f8f8f8";

    public ColourScale {
        stops = List.copyOf(stops);
    }

    /** Colours from a sequential palette. */
    public static ColourScale sequential(Palette palette, Limits limits, ChartStyle style) {
        String stops =
                switch (style.inks()) {
                    case STANDARD -> palette.stops;
                    case SAFE -> Palette.CIVIDIS.stops;
                    case GREY -> LIGHT_TO_DARK;
                };
        return new ColourScale(colours(stops), limits, style.shade(.08));
    }

    /**
     * Blue below zero, red above, and at zero white or, on a dark ground, a neutral dark.
     *
     * @throws IllegalArgumentException if zero is not in the middle of the limits
     */
    public static ColourScale diverging(Limits limits, ChartStyle style) {
        if (Math.abs(limits.lower() + limits.upper()) > 1e-9) {
            throw new IllegalArgumentException(limits + " do not have zero in their middle");
        }
        String stops =
                switch (style.inks()) {
                    case STANDARD -> style.darkGround() ? BLUE_DARK_RED : BLUE_WHITE_RED;
                    case SAFE -> PURPLE_WHITE_ORANGE;
                    case GREY -> DARK_TO_LIGHT;
                };
        return new ColourScale(colours(stops), limits, style.shade(.08));
    }

    /** A value's colour; beyond the limits that of the nearer end. */
    public Color at(double value) {
        if (Double.isNaN(value)) {
            return missing;
        }
        double place = limits.position(value) * (stops.size() - 1);
        int below = Math.min((int) place, stops.size() - 2);
        return mix(stops.get(below), stops.get(below + 1), place - below);
    }

    /** Black or white, whichever stands out more on a colour (WCAG 2.2, contrast ratio). */
    public static Color textOn(Color ground) {
        double luminance = luminance(ground);
        boolean black = (luminance + .05) / .05 >= 1.05 / (luminance + .05);
        return black ? Color.BLACK : Color.WHITE;
    }

    /** A colour between two: the first at 0, the second at 1. */
    static Color mix(Color first, Color second, double share) {
        return new Color(
                mix(first.getRed(), second.getRed(), share),
                mix(first.getGreen(), second.getGreen(), share),
                mix(first.getBlue(), second.getBlue(), share));
    }

    /** Relative luminance, 0 black to 1 white (WCAG 2.2). */
    static double luminance(Color colour) {
        return .2126 * linear(colour.getRed())
                + .7152 * linear(colour.getGreen())
                + .0722 * linear(colour.getBlue());
    }

    @Override
    public double getLowerBound() {
        return limits.lower();
    }

    @Override
    public double getUpperBound() {
        return limits.upper();
    }

    @Override
    public Color getPaint(double value) {
        return at(value);
    }

    private static double linear(int channel) {
        double c = channel / 255.;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    private static int mix(int first, int second, double share) {
        return (int) Math.round(first + share * (second - first));
    }

    private static List<Color> colours(String hex) {
        return Arrays.stream(hex.split(" ", -1))
                .map(code -> new Color(Integer.parseInt(code, 16)))
                .toList();
    }
}
