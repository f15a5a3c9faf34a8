/**
 * What the paper behind the workbench published, beside what a user measured. Knows no files of a
 * run and no pictures.
 */
package org.isogloss.analysis.reference;
