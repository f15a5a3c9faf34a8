/**
 * A finished run's model, loaded to be asked single questions of one of its collections, and the
 * lines in which a process of its own is asked.
 *
 * <p>It must not know who asks: the window and the terminal speak the same lines.
 */
package org.isogloss.run.query;
