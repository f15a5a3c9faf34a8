package org.isogloss.ui.shell;

import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** A place of the navigation rail, in the order of the rail. */
public enum Place {
    START("start", Feather.HOME),
    DATA("data", Feather.DATABASE),
    DESIGN("design", Feather.SLIDERS),
    RUNS("runs", Feather.ACTIVITY),
    RESULTS("results", Feather.GRID),
    BIAS("bias", Feather.BAR_CHART_2),
    EXPLORE("explore", Feather.SEARCH),
    FIGURES("figures", Feather.IMAGE);

    private final String word;
    private final Feather icon;

    Place(String key, Feather icon) {
        this.word = Words.of(Place.class).text(key);
        this.icon = icon;
    }

    /** The word under the icon. */
    public String word() {
        return word;
    }

    /** The icon above the word. */
    public Feather icon() {
        return icon;
    }
}
