/**
 * Figures on the screen: the very chart that is exported, with its explanation, its numbers and its
 * export.
 *
 * <p>It must not know where a figure's data come from, and nothing of panes.
 */
package org.isogloss.ui.chart;
