/**
 * A study's results as the window sees them: which study is looked at, what its finished runs
 * scored, and means over their seeds; and what a study will take before it is started.
 *
 * <p>It must not know of panes; what is made of scores is made in {@code report}.
 */
package org.isogloss.ui.study;
