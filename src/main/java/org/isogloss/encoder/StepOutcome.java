package org.isogloss.encoder;

/**
 * What a step did.
 *
 * @param loss before the update
 * @param gradientNorm before clipping; if either is not finite, nothing was updated
 */
public record StepOutcome(double loss, double gradientNorm) {
    /** True if the weights were updated. */
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
}
