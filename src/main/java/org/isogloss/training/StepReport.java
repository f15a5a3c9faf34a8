package org.isogloss.training;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.isogloss.batch.BatchKind;

/**
 * One step.
 *
 * @param step its number, from 1
 * @param kinds what its batches were; one, unless gradients of several batches are accumulated
 * @param loss before the update, the mean over its batches
 * @param learningRate of the update
 * @param gradientNorm over all that learns, before clipping
 * @param temperature that the loss was computed with
 * @param tokensPerSecond tokens read, padding never, by wall-clock second
 */
public record StepReport(
        int step,
        Set<BatchKind> kinds,
        double loss,
        double learningRate,
        double gradientNorm,
        double temperature,
        double tokensPerSecond) {
    public StepReport {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }
}
