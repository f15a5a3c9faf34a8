/**
 * Parallel items become batches: which languages a question and its answer take, and what shares a
 * batch.
 *
 * <p>It must not know of tokens, models or losses: a plan can be read and counted before anything
 * is trained. Place in the line: from a corpus to what the trainer takes, one batch a step.
 */
package org.isogloss.batch;
