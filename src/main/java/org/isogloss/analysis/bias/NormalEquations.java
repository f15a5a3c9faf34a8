package org.isogloss.analysis.bias;

import java.util.Arrays;

/** Symmetric linear equations of a least-squares fit, solved by Cholesky's decomposition. */
final class NormalEquations {
    /** Below this share of its diagonal a pivot counts as 0. */
    private static final double SINGULAR = 1e-9;

    private NormalEquations() {}

    /**
     * Solves A x = b.
     *
     * @param left the lower triangle of A, row by row in a square; overwritten
     * @param right b
     * @return x; all NaN if A is singular
     */
    static double[] solve(double[] left, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            double diagonal = left[i * n + i];
            for (int j = 0; j <= i; j++) {
                double sum = left[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= left[i * n + k] * left[j * n + k];
                }
                left[i * n + j] = j < i ? sum / left[j * n + j] : Math.sqrt(sum);
                if (j == i && !(sum > SINGULAR * diagonal)) {
                    Arrays.fill(x, Double.NaN);
                    return x;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= left[i * n + k] * x[k];
            }
            x[i] /= left[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= left[k * n + i] * x[k];
            }
            x[i] /= left[i * n + i];
        }
        return x;
    }
}
