package org.isogloss.analysis.stats;

/**
 * A power law with a floor: L(N) = d + (A/N)^a with d ≥ 0, A ≥ 0 and a from {@value
 * #LEAST_EXPONENT} to {@value #GREATEST_EXPONENT} (Kaplan et al. 2020; for dense retrieval Fang et
 * al., arXiv 2403.18684, equation 6). A score v is its loss 1 − v, a number of ranks is one itself.
 *
 * <p>Fitted by least squares. With the exponent given, the law is linear in d and A^a, which then
 * follow in closed form; the exponent is sought on a grid and then by golden section.
 *
 * @param loss how values and losses go together
 * @param floor d: what loss tends to with ever larger models
 * @param amount (A/N₀)^a: what is left above the floor at the size N₀
 * @param exponent a
 * @param middle log₁₀ N₀
 */
record PowerLaw(Loss loss, double floor, double amount, double exponent, double middle)
        implements Curve {
    static final double LEAST_EXPONENT = .01;
    static final double GREATEST_EXPONENT = 10;
    private static final int GRID = 48;
    private static final int REFINEMENTS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** What the law is of: a value itself, or what it lacks to 1. */
    enum Loss {
        VALUE,
        LACK;

        /** Loss from value, and value from loss. */
        double turned(double number) {
            return this == VALUE ? number : 1 - number;
        }
    }

    /** The floor and amount that fit best with an exponent, and how badly. */
    private record Given(double floor, double amount, double squares) {}

    /**
     * Fits the law.
     *
     * @param x log₁₀ of sizes
     * @param y values
     */
    static PowerLaw through(double[] x, double[] y, Loss loss) {
        double[] losses = new double[y.length];
        double middle = 0;
        for (int i = 0; i < y.length; i++) {
            losses[i] = loss.turned(y[i]);
            middle += x[i] / x.length;
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double squares = given(x, losses, middle, exponent(i)).squares;
            if (squares < least) {
                least = squares;
                best = i;
            }
        }
        double exponent =
                Math.exp(
                        refined(
                                x,
                                losses,
                                middle,
                                Math.log(exponent(Math.max(0, best - 1))),
                                Math.log(exponent(Math.min(GRID - 1, best + 1)))));
        Given fitted = given(x, losses, middle, exponent);
        return new PowerLaw(loss, fitted.floor, fitted.amount, exponent, middle);
    }

    /** Exponents whose logarithms are evenly apart. */
    private static double exponent(int i) {
        double ratio = Math.log(GREATEST_EXPONENT / LEAST_EXPONENT);
        return LEAST_EXPONENT * Math.exp(ratio * i / (GRID - 1));
    }

    /** The least squares between two logarithms of exponents, where they have one least place. */
    private static double refined(
            double[] x, double[] losses, double middle, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double ofLeft = given(x, losses, middle, Math.exp(left)).squares;
        double ofRight = given(x, losses, middle, Math.exp(right)).squares;
        for (int i = 0; i < REFINEMENTS; i++) {
            if (ofLeft <= ofRight) {
                high = right;
                right = left;
                ofRight = ofLeft;
                left = high - GOLDEN * (high - low);
                ofLeft = given(x, losses, middle, Math.exp(left)).squares;
            } else {
                low = left;
                left = right;
                ofLeft = ofRight;
                right = low + GOLDEN * (high - low);
                ofRight = given(x, losses, middle, Math.exp(right)).squares;
            }
        }
        return (low + high) / 2;
    }

    private static Given given(double[] x, double[] losses, double middle, double exponent) {
        int n = x.length;
        double[] left = new double[n];
        double ofLeft = 0;
        double ofLosses = 0;
        for (int i = 0; i < n; i++) {
            left[i] = Math.pow(10, -exponent * (x[i] - middle));
            ofLeft += left[i] / n;
            ofLosses += losses[i] / n;
        }
        double across = 0;
        double along = 0;
        double through = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            across += (left[i] - ofLeft) * (left[i] - ofLeft);
            along += (left[i] - ofLeft) * (losses[i] - ofLosses);
            through += left[i] * losses[i];
            square += left[i] * left[i];
        }
        double amount = Math.max(0, along / across);
        double floor = ofLosses - amount * ofLeft;
        if (floor < 0) {
            floor = 0;
            amount = Math.max(0, through / square);
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = losses[i] - floor - amount * left[i];
            squares += off * off;
        }
        return new Given(floor, amount, squares);
    }

    @Override
    public double at(double logSize) {
        return loss.turned(floor + amount * Math.pow(10, -exponent * (logSize - middle)));
    }

    /** A: the size at which loss is one above the floor. */
    double scale() {
        return Math.pow(10, middle + Math.log10(amount) / exponent);
    }

    /** What the value tends to with ever larger models. */
    double limit() {
        return loss.turned(floor);
    }

    /**
     * True if sizes tell the floor and the exponent: not where nothing falls, the floor is held at
     * 0, or the exponent at an end.
     */
    boolean identified() {
        return amount > 0
                && floor > 0
                && exponent > 1.01 * LEAST_EXPONENT
                && exponent < .99 * GREATEST_EXPONENT;
    }
}
