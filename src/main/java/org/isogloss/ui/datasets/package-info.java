/**
 * The place Data: data sets are dropped, understood and looked at, given roles, and held against
 * one another by the zero-shot guard.
 *
 * <p>It reads data sets and keeps their catalogue; it must not know of models, runs or any other
 * pane.
 */
package org.isogloss.ui.datasets;
