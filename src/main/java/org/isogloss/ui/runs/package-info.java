/**
 * The place where runs are watched: a table of them, their loss curves while they train, and one
 * run's particulars with what can be asked of it.
 *
 * <p>It reads run folders and writes their markers; it must not know what a run does inside, nor
 * any other pane.
 */
package org.isogloss.ui.runs;
