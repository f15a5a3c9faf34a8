package org.isogloss.training;

import org.isogloss.batch.BatchKind;

/**
 * One step.
 *
 * @param step its number, from 1
 * @param kind what its batch was
 * @param loss before the update
 * @param learningRate of the update
 * @param gradientNorm over all weights, before clipping
 * @param tokensPerSecond tokens read, padding never, by wall-clock second
 */
public record StepReport(
        int step,
        BatchKind kind,
        double loss,
        double learningRate,
        double gradientNorm,
        double tokensPerSecond) {}
