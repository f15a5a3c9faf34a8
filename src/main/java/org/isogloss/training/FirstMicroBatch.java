package org.isogloss.training;

/**
 * The parts in which a run begins to compute its batches.
 *
 * @param tokens the most of a part
 * @param why a sentence for the user
 */
public record FirstMicroBatch(int tokens, String why) {}
