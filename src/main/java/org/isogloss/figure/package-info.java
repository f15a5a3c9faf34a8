/**
 * Results as pictures: each figure draws one chart in a style, and tells its data as a table.
 *
 * <p>It must not know of the window or of how numbers were made. Place in the line: from analysis
 * to the screen and to paper; the chart shown is the very object that is exported.
 */
package org.isogloss.figure;
