package org.isogloss.analysis.stats;

import java.util.Arrays;

/** A straight line over log₁₀ of the size, fitted by least squares. */
record Line(double intercept, double slope) implements Curve {

    static Line through(double[] x, double[] y) {
        double middle = Arrays.stream(x).average().orElseThrow();
        double height = Arrays.stream(y).average().orElseThrow();
        double across = 0;
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            across += (x[i] - middle) * (x[i] - middle);
            along += (x[i] - middle) * (y[i] - height);
        }
        double slope = along / across;
        return new Line(height - slope * middle, slope);
    }

    @Override
    public double at(double x) {
        return intercept + slope * x;
    }
}
