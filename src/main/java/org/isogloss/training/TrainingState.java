package org.isogloss.training;

/**
 * Where training stands, apart from weights and moments.
 *
 * @param step steps taken
 * @param bestStep the step with the least validation loss, or 0 before the first validation
 * @param bestLoss that loss, or 0 before the first validation
 * @param stale validations since then
 * @param part the most tokens of a part that fit memory, or null if the settings' own did so far
 */
record TrainingState(int step, int bestStep, double bestLoss, int stale, Integer part) {
    static final TrainingState START = new TrainingState(0, 0, 0, 0, null);

    TrainingState stepped(Integer found) {
        return new TrainingState(step + 1, bestStep, bestLoss, stale, found);
    }

    TrainingState validated(double loss) {
        return improvedBy(loss)
                ? new TrainingState(step, step, loss, 0, part)
                : new TrainingState(step, bestStep, bestLoss, stale + 1, part);
    }

    boolean improvedBy(double loss) {
        return bestStep == 0 || loss < bestLoss;
    }

    boolean outOf(int patience) {
        return patience > 0 && stale >= patience;
    }
}
