package org.isogloss.encoder;

import java.util.OptionalDouble;

/**
 * What a step did.
 *
 * @param loss before the update
 * @param gradientNorm before clipping; if either is not finite, nothing was updated
 * @param temperature that the loss was computed with, where it is learnt
 */
public record StepOutcome(double loss, double gradientNorm, OptionalDouble temperature) {
    /** True if the weights were updated. */
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
}
