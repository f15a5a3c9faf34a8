package org.isogloss.ui.preference;

/** How the window looks. */
public enum Theme {
    LIGHT,
    DARK
}
