/**
 * What to run: one experiment as a spec, many as a study, and the plan that turns one into the
 * other.
 *
 * <p>It must not know of processes, folders of runs or windows. Place in the line: the page that is
 * read before the first arrow.
 */
package org.isogloss.experiment;
