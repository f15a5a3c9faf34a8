package org.isogloss.training;

/**
 * The learning rate of each step: a line up, then a line down to 0 that stops at a floor.
 *
 * <p>With n steps of which w warm up, step i (from 0) has {@code peak · min((i + 1) / w, max(floor,
 * (n − i) / (n − w)))}, the factor being at most 1.
 *
 * @param peak the greatest learning rate
 * @param warmUp steps of rising, w
 * @param steps steps in all, n
 * @param floor the share of the peak below which the line down never falls; 1 keeps it constant
 */
public record LearningRate(double peak, int warmUp, int steps, double floor) {
    /** The learning rate that settings ask for. */
    public static LearningRate of(TrainingSettings settings) {
        return new LearningRate(
                settings.learningRate(),
                (int) Math.round(settings.warmUp() * settings.steps()),
                settings.steps(),
                settings.learningRateFloor());
    }

    /** The learning rate of a step, counted from 0. */
    public double at(int step) {
        double up = warmUp == 0 ? 1 : (step + 1.0) / warmUp;
        double down = steps == warmUp ? 1 : (double) (steps - step) / (steps - warmUp);
        return peak * Math.min(1, Math.min(up, Math.max(floor, down)));
    }
}
