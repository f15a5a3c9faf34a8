package org.isogloss.ui.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the window remembers.
 *
 * @param theme how it is to look
 * @param window where it stood, or null before it was first closed
 * @param recentStudies paths of study files, the last opened first
 * @param computing what runs compute on
 */
public record Preferences(
        ThemeChoice theme, WindowBounds window, List<String> recentStudies, Computing computing) {
    private static final int RECENT = 5;

    /** Before anything was chosen. */
    public static final Preferences STANDARD =
            new Preferences(ThemeChoice.SYSTEM, null, List.of(), Computing.STANDARD);

    public Preferences {
        theme = theme == null ? ThemeChoice.SYSTEM : theme;
        recentStudies = recentStudies == null ? List.of() : List.copyOf(recentStudies);
        computing = computing == null ? Computing.STANDARD : computing;
    }

    public Preferences withTheme(ThemeChoice other) {
        return new Preferences(other, window, recentStudies, computing);
    }

    public Preferences withWindow(WindowBounds bounds) {
        return new Preferences(theme, bounds, recentStudies, computing);
    }

    /** Puts a study file first among the recent ones. */
    public Preferences withRecentStudy(String file) {
        List<String> recent = new ArrayList<>(recentStudies);
        recent.remove(file);
        recent.add(0, file);
        return new Preferences(
                theme, window, recent.subList(0, Math.min(RECENT, recent.size())), computing);
    }

    public Preferences withComputing(Computing other) {
        return new Preferences(theme, window, recentStudies, other);
    }

    /**
     * These, but where they are as this window last left them, what another window has written
     * since; the recent studies of both, these first.
     *
     * @param last as this window last read or wrote them
     * @param found as they are written down now
     */
    public Preferences with(Preferences last, Preferences found) {
        List<String> recent = new ArrayList<>(recentStudies);
        found.recentStudies.stream().filter(file -> !recent.contains(file)).forEach(recent::add);
        return new Preferences(
                theme == last.theme ? found.theme : theme,
                Objects.equals(window, last.window) ? found.window : window,
                recent.subList(0, Math.min(RECENT, recent.size())),
                computing.equals(last.computing) ? found.computing : computing);
    }
}
