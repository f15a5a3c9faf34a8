package org.isogloss.training;

/**
 * How training ended; the weights are then those of the best step.
 *
 * @param bestStep the step with the least validation loss, or the last without validation
 * @param lastStep steps taken
 * @param stoppedEarly whether patience ran out
 */
public record TrainingResult(int bestStep, int lastStep, boolean stoppedEarly) {}
