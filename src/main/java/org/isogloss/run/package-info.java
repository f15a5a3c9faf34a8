/**
 * What happened: the run folder, its append-only event log, and the recipe of a run.
 *
 * <p>The folder is the contract between window, terminal and anyone's own scripts: everything in it
 * is readable without Isogloss. This room must not know how a run was started or who is looking.
 */
package org.isogloss.run;
