/**
 * Scores become rankings, and rankings become numbers: exact search, TREC runs and per-question
 * results.
 *
 * <p>It must not know where scores come from, nor of means over questions. Place in the line: after
 * the encoder's vectors, before analysis.
 */
package org.isogloss.retrieval;
