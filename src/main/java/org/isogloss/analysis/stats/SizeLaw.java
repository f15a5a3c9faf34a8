package org.isogloss.analysis.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is fitted to a number against the size of models. */
public enum SizeLaw {
    /** A straight line over log₁₀ of the size: two parameters. */
    LINE(3),
    /** A power law with a floor, {@link PowerLaw}: three parameters. */
    POWER(4);

    private final int leastSizes;

    SizeLaw(int leastSizes) {
        this.leastSizes = leastSizes;
    }

    /** How many sizes it takes: one more than it has parameters, or it would go through all. */
    public int leastSizes() {
        return leastSizes;
    }

    Curve through(double[] x, double[] y, PowerLaw.Loss loss) {
        return this == LINE ? Line.through(x, y) : PowerLaw.through(x, y, loss);
    }

    /** The name in files and on the command line: {@code power}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
