/**
 * Runs of a study as figures and tables without a window: what is shown of them, and a report that
 * is read without this program.
 *
 * <p>It must not know of JavaFX or of the window. Place in the line: from run folders to figures;
 * the window shows them, the command line writes them.
 */
package org.isogloss.report;
