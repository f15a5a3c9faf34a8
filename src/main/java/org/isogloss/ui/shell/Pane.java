package org.isogloss.ui.shell;

import javafx.scene.Node;

/** What one place of the window shows. */
public interface Pane {
    /** Where it is found. */
    Place place();

    /** Its content: made once, the same node at every call, on the window's thread. */
    Node view();

    /** It has come into view: look again at what changes, and keep looking. */
    default void shown() {}

    /** It has gone out of view: stop looking. */
    default void hidden() {}
}
