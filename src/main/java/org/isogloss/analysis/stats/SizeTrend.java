package org.isogloss.analysis.stats;

import java.util.List;
import java.util.Optional;

/**
 * A number against the size of models, and what was fitted to it over log₁₀ of the size.
 *
 * @param name whose number it is: a strategy, or a strategy less a baseline
 * @param points one for each size, in ascending order
 * @param slope what the fit gains with each tenfold of parameters, on average from the smallest
 *     size to the largest
 * @param p two-sided, that it does not rise or fall at all, by the bootstrap
 * @param rSquared the share of the points' variance that the fit explains; 1 goes through all
 * @param band between what the fit may lie, from the smallest size to the largest
 * @param floor the parameters of a power law; empty of a line, and of leads
 */
public record SizeTrend(
        String name,
        List<Point> points,
        Interval slope,
        double p,
        double rSquared,
        List<Point> band,
        Optional<Floor> floor) {
    public SizeTrend {
        points = List.copyOf(points);
        band = List.copyOf(band);
        floor = floor == null ? Optional.empty() : floor; // null in figures kept before
    }

    /** A straight line. */
    public SizeTrend(
            String name,
            List<Point> points,
            Interval slope,
            double p,
            double rSquared,
            List<Point> band) {
        this(name, points, slope, p, rSquared, band, Optional.empty());
    }

    /**
     * The parameters of d + (A/N)^a, the loss of the number: 1 less a score, ranks themselves.
     *
     * @param limit what the number tends to with ever larger models: 1 − d of a score, d of ranks
     * @param exponent a
     * @param scale A, in parameters
     * @param unidentified the share of resamples whose floor or exponent the sizes do not tell: the
     *     floor at 0, the exponent at an end of its range, or nothing that falls
     */
    public record Floor(Interval limit, Interval exponent, double scale, double unidentified) {
        /** Resamples without a floor make it unknown where they are more than this share. */
        public static final double DOUBT = .05;

        /** True if the sizes tell the floor. */
        public boolean identified() {
            return unidentified <= DOUBT;
        }
    }

    /**
     * A number at a size.
     *
     * @param label the model of that size; empty on the line
     * @param size parameters
     * @param runs how many runs it is the mean of; 0 on the line
     */
    public record Point(String label, double size, int runs, Interval value) {}

    /** True if the fit rises or falls by more than chance, at the level of its interval. */
    public boolean told() {
        return slope.low() > 0 || slope.high() < 0;
    }
}
