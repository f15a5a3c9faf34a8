package org.isogloss.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.isogloss.analysis.LanguagePairTable;

/**
 * The two ends of a colour scale, shared by figures that are to be compared.
 *
 * @param upper greater than the lower end
 */
public record Limits(double lower, double upper) {
    /** Steps in one: whole numbers divided by these give the nearest decimals. */
    private static final double COARSE = 20;

    private static final double FINE = 100;

    /**
     * Takes the two ends.
     *
     * @throws IllegalArgumentException if they are not finite and in order
     */
    public Limits {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
            throw new IllegalArgumentException("limits " + lower + " to " + upper);
        }
    }

    /** Limits around all values of some tables, rounded outwards to .05; 0 to 1 without values. */
    public static Limits around(List<LanguagePairTable> tables) {
        double lower = values(tables).min().orElse(0);
        double upper = values(tables).max().orElse(1);
        double bottom = Math.floor(lower * COARSE + 1e-9);
        double top = Math.ceil(upper * COARSE - 1e-9);
        return new Limits(bottom / COARSE, Math.max(top, bottom + 1) / COARSE);
    }

    /** Limits around zero and all values, rounded outwards to .05, or to .01 below that. */
    public static Limits symmetric(List<LanguagePairTable> differences) {
        double greatest = values(differences).map(Math::abs).max().orElse(0);
        double steps = greatest * COARSE <= 1 ? FINE : COARSE;
        double limit = Math.max(1, Math.ceil(greatest * steps - 1e-9)) / steps;
        return new Limits(-limit, limit);
    }

    /** Where a value lies between the ends: 0 at the lower or below, 1 at the upper or above. */
    double position(double value) {
        return Math.max(0, Math.min(1, (value - lower) / (upper - lower)));
    }

    private static DoubleStream values(List<LanguagePairTable> tables) {
        return tables.stream()
                .flatMap(table -> table.values().stream())
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}
