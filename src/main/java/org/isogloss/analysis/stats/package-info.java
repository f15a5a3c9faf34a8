/**
 * How sure a number is: intervals, paired tests, ties, and what it would take to tell.
 *
 * <p>The unit of chance is the cluster: all translations of one question, which are right and wrong
 * together. It reads scores and nothing else, and must not know of folders, models or drawing.
 * Place in the line: beside the means of analysis, before tables and figures.
 */
package org.isogloss.analysis.stats;
