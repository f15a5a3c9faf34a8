/**
 * The window, room by room; each pane is a view and a view model.
 *
 * <p>It must not know of training or encoding: it launches processes and reads what they write.
 */
package org.isogloss.ui;
