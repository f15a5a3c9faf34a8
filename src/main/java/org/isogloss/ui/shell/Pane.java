package org.isogloss.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** What one place of the window shows. */
public interface Pane {
    /** Where it is found. */
    Place place();

    /** Its content: made once, the same node at every call, on the window's thread. */
    Node view();

    /** It has come into view: look again at what changes, and keep looking. */
    default void shown() {}

    /** Takes files and folders dropped on the window, which are of the kind that belongs here. */
    default void take(List<Path> dropped) {}

    /** It has gone out of view: stop looking. */
    default void hidden() {}
}
