package org.isogloss.ui.preference;

import java.util.Optional;

/** Which theme the user wants. */
public enum ThemeChoice {
    /** What the desktop shows, light where it does not say. */
    SYSTEM,
    LIGHT,
    DARK;

    /**
     * The theme to show.
     *
     * @param system the desktop's, if known
     */
    public Theme theme(Optional<Theme> system) {
        return switch (this) {
            case SYSTEM -> system.orElse(Theme.LIGHT);
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
