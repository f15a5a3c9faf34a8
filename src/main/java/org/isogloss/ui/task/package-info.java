/**
 * Work that must not hold up the window: run elsewhere, its result brought back.
 *
 * <p>It must not know what the work is for. View models take the interface, so that their tests run
 * everything at once and without a toolkit.
 */
package org.isogloss.ui.task;
