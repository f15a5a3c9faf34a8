/**
 * What the window remembers from one start to the next, in a readable file.
 *
 * <p>It must not know the panes.
 */
package org.isogloss.ui.preference;
