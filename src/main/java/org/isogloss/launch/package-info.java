/**
 * Starts runs somewhere and works through studies: processes, never threads, so that no run can
 * take another or the window down with it.
 *
 * <p>It must not know what a run does; it sees run folders only.
 */
package org.isogloss.launch;
