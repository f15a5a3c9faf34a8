/**
 * The terminal's twin of what the window does: commands as lines to be copied.
 *
 * <p>It must not know what the commands are for.
 */
package org.isogloss.ui.command;
