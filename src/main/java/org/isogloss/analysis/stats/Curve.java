package org.isogloss.analysis.stats;

/** What a number is by log₁₀ of the size. */
interface Curve {
    double at(double logSize);

    /** This less another. */
    default Curve less(Curve other) {
        return logSize -> at(logSize) - other.at(logSize);
    }

    /** What it gains with each tenfold of size, on average from one size to another. */
    default double slope(double from, double to) {
        return (at(to) - at(from)) / (to - from);
    }

    /** The share of values' variance that it explains; 1 where it goes through all. */
    default double rSquared(double[] x, double[] y) {
        double height = 0;
        for (double value : y) {
            height += value / y.length;
        }
        double all = 0;
        double left = 0;
        for (int i = 0; i < x.length; i++) {
            all += (y[i] - height) * (y[i] - height);
            left += (y[i] - at(x[i])) * (y[i] - at(x[i]));
        }
        return all == 0 ? 1 : 1 - left / all;
    }
}
