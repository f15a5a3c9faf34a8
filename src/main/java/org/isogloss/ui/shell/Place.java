package org.isogloss.ui.shell;

import org.kordamp.ikonli.feather.Feather;

/** A place of the navigation rail, in the order of the rail. */
public enum Place {
    START("Start", Feather.HOME),
    DATA("Data", Feather.DATABASE),
    RUNS("Runs", Feather.ACTIVITY),
    RESULTS("Results", Feather.GRID),
    BIAS("Bias", Feather.BAR_CHART_2);

    private final String word;
    private final Feather icon;

    Place(String word, Feather icon) {
        this.word = word;
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
