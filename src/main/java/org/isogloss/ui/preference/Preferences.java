package org.isogloss.ui.preference;

import java.util.ArrayList;
import java.util.List;

/**
 * What the window remembers.
 *
 * @param theme how it looks
 * @param window where it stood, or null before it was first closed
 * @param recentStudies paths of study files, the last opened first
 */
public record Preferences(Theme theme, WindowBounds window, List<String> recentStudies) {
    private static final int RECENT = 5;

    /** Before anything was chosen. */
    public static final Preferences STANDARD = new Preferences(Theme.LIGHT, null, List.of());

    public Preferences {
        theme = theme == null ? Theme.LIGHT : theme;
        recentStudies = recentStudies == null ? List.of() : List.copyOf(recentStudies);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, window, recentStudies);
    }

    public Preferences withWindow(WindowBounds bounds) {
        return new Preferences(theme, bounds, recentStudies);
    }

    /** Puts a study file first among the recent ones. */
    public Preferences withRecentStudy(String file) {
        List<String> recent = new ArrayList<>(recentStudies);
        recent.remove(file);
        recent.add(0, file);
        return new Preferences(theme, window, recent.subList(0, Math.min(RECENT, recent.size())));
    }
}
