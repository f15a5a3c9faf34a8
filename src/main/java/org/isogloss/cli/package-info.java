/**
 * The command line: thin commands over the rooms below, one way to show progress and one door for
 * errors and exit codes.
 */
package org.isogloss.cli;
