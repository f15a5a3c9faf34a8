package org.isogloss.analysis.stats;

import java.util.List;

/**
 * A number against the size of models, and the straight line through it over log₁₀ of the size.
 *
 * @param name whose number it is: a strategy, or a strategy less a baseline
 * @param points one for each size, in ascending order
 * @param slope what the line gains with each tenfold of parameters
 * @param p two-sided, that the line does not rise or fall at all, by the bootstrap
 * @param rSquared the share of the points' variance that the line explains; 1 is a straight line
 * @param band between what the line may lie, from the smallest size to the largest
 */
public record SizeTrend(
        String name,
        List<Point> points,
        Interval slope,
        double p,
        double rSquared,
        List<Point> band) {
    public SizeTrend {
        points = List.copyOf(points);
        band = List.copyOf(band);
    }

    /**
     * A number at a size.
     *
     * @param label the model of that size; empty on the line
     * @param size parameters
     * @param runs how many runs it is the mean of; 0 on the line
     */
    public record Point(String label, double size, int runs, Interval value) {}

    /** True if the line rises or falls by more than chance, at the level of its interval. */
    public boolean told() {
        return slope.low() > 0 || slope.high() < 0;
    }
}
