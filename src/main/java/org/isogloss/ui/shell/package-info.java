/**
 * The window: navigation rail, the panes in its middle, status strip, messages; the only room that
 * knows all panes.
 *
 * <p>Panes see of it {@link org.isogloss.ui.shell.Pane}, {@link org.isogloss.ui.shell.Place},
 * {@link org.isogloss.ui.shell.Navigator} and {@link org.isogloss.ui.shell.Messages}, never each
 * other.
 */
package org.isogloss.ui.shell;
