package org.isogloss.figure;

import java.awt.Color;
import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * One colour for each of a figure's languages, by its place in their order.
 *
 * <p>The eleven come from Paul Tol's schemes (SRON/EPS/TN/09-002, 2021): "muted" with its indigo
 * and wine made lighter to be seen on dark ground and its grey darker to be seen on light, and
 * orange from "light". Further languages take the same colours again, paler; place and number must
 * then tell them apart.
 */
public record LanguageColours(List<Lang> languages) {
    private static final List<Integer> ELEVEN =
            List.of(
                    0x4477AA, 0xEE8866, 0x117733, 0x88CCEE, 0xCC6677, 0xDDCC77, 0xAA4499, 0x44AA99,
                    0x999933, 0x9B2F5F, 0xA0A0A0);

    public LanguageColours {
        languages = List.copyOf(languages);
    }

    /**
     * A language's colour.
     *
     * @throws IllegalArgumentException if the figure has no such language
     */
    public Color of(Lang language) {
        int place = languages.indexOf(language);
        if (place < 0) {
            throw new IllegalArgumentException(language + " is not among " + languages);
        }
        return at(place);
    }

    /** The colour of a place, counted from 0. */
    public static Color at(int place) {
        Color colour = new Color(ELEVEN.get(place % ELEVEN.size()));
        int round = place / ELEVEN.size();
        double paler = 1 - Math.pow(.6, round);
        return ColourScale.mix(colour, Color.WHITE, paler);
    }
}
