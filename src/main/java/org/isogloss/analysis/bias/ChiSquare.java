package org.isogloss.analysis.bias;

/**
 * The chi-square distribution.
 *
 * @param degrees its degrees of freedom, at least 1
 */
record ChiSquare(int degrees) {
    private static final int MOST_TERMS = 100_000;
    private static final double PRECISE = 1e-16;

    /**
     * The probability of a value greater than x: Q(degrees/2, x/2), the regularised upper
     * incomplete gamma function, by its series below the mean and its continued fraction above
     * (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31, the latter evaluated as Lentz does).
     */
    double survival(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x <= 0) {
            return 1;
        }
        double a = degrees / 2.0;
        double z = x / 2;
        double factor = Math.exp(a * Math.log(z) - z - logGamma());
        return z < a + 1 ? 1 - factor * series(a, z) : factor * fraction(a, z);
    }

    /** ln Γ(degrees / 2), from Γ(1) = 1, Γ(1/2) = √π and Γ(a + 1) = a Γ(a). */
    private double logGamma() {
        boolean even = degrees % 2 == 0;
        double log = even ? 0 : Math.log(Math.PI) / 2;
        for (double a = even ? 1 : 0.5; a < degrees / 2.0; a++) {
            log += Math.log(a);
        }
        return log;
    }

    private static double series(double a, double z) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISE; n++) {
            term *= z / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double z) {
        double b = z + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; n < MOST_TERMS && Math.abs(change - 1) > PRECISE; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            change = d * c;
            value *= change;
        }
        return value;
    }

    private static double nonZero(double number) {
        return Math.abs(number) < Double.MIN_NORMAL ? Double.MIN_NORMAL : number;
    }
}
