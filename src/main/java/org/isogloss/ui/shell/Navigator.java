package org.isogloss.ui.shell;

/** Brings a place into view. */
@FunctionalInterface
public interface Navigator {
    void open(Place place);
}
