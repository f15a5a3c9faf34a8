package org.isogloss.ui.shell;

import javafx.scene.Node;

/** A part of a place that stands behind a word at its head, made apart from the place itself. */
public interface Part {
    /** The word it is chosen by. */
    String word();

    /** Its content: made once, the same node at every call, on the window's thread. */
    Node view();

    /** It has come into view. */
    default void shown() {}

    /** It has gone out of view. */
    default void hidden() {}
}
