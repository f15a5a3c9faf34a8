/**
 * Where one begins: a study in one card with its one next step, and the way to studies of one's
 * own.
 *
 * <p>It must not know the other places.
 */
package org.isogloss.ui.start;
