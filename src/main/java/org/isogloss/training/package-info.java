/**
 * Batches to a checkpoint: the loss, the optimizer, the learning rate, and the loop that may be
 * cancelled, paused, killed and resumed.
 *
 * <p>It must not know of run folders, searches or windows: what happens goes to a listener. Place
 * in the line: from a {@link org.isogloss.batch.BatchPlan} to weights that {@link
 * org.isogloss.encoder} encodes with.
 */
package org.isogloss.training;
