/**
 * Starts runs as jobs of Slurm, on this machine or through {@code ssh}, and follows them there.
 *
 * <p>It must not know what a run does; it sees run folders, which submitter and node share.
 */
package org.isogloss.launch.slurm;
