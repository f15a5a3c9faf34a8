/**
 * Results: each strategy's scores by language pair on one scale, what it gains on a baseline, the
 * macro averages, and the scores by language and by share of monolingual batches.
 *
 * <p>It must not know the other places.
 */
package org.isogloss.ui.results;
