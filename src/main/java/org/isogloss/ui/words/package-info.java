/**
 * The words of the interface: one {@code words.properties} for each package of the window, beside
 * its style sheet. It knows no pane and no control.
 */
package org.isogloss.ui.words;
