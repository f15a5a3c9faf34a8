/**
 * Results: each strategy's scores by language pair on one scale, what it gains on a baseline, and
 * the macro averages.
 *
 * <p>It must not know the other places.
 */
package org.isogloss.ui.results;
