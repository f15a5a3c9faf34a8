/**
 * Figures as files: one format a file, all written aside and then moved into place.
 *
 * <p>It must not know what a figure shows. Place in the line: from a figure to paper.
 */
package org.isogloss.figure.export;
