package org.isogloss.encoder;

import java.util.List;

/**
 * BERT's forward pass and InfoNCE written out in plain double arithmetic, one text at a time, after
 * Devlin et al. (2019) and Vaswani et al. (2017): what the kernels are checked against.
 */
final class DenseReference {
    private final double[][] w;
    private final int hidden;
    private final KernelModel model;

    DenseReference(double[][] weights, int hidden, KernelModel model) {
        this.w = weights;
        this.hidden = hidden;
        this.model = model;
    }

    double infoNce(List<int[]> questions, List<int[]> passages, double temperature) {
        int n = questions.size();
        return infoNce(questions, passages, temperature, new boolean[n][n]);
    }

    /** Passage j is no candidate for question i where masked[i][j]. */
    double infoNce(
            List<int[]> questions, List<int[]> passages, double temperature, boolean[][] masked) {
        int n = questions.size();
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double[] q = embed(questions.get(i));
            double sum = 0;
            double own = 0;
            for (int j = 0; j < n; j++) {
                double[] d = embed(passages.get(j));
                double s = dot(q, d) / Math.sqrt(dot(q, q) * dot(d, d)) / temperature;
                sum += masked[i][j] ? 0 : Math.exp(s);
                own = i == j ? s : own;
            }
            loss += Math.log(sum) - own;
        }
        return loss / n;
    }

    double[] embed(int[] ids) {
        double[][] x = new double[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            x[t] = new double[hidden];
            for (int h = 0; h < hidden; h++) {
                x[t][h] =
                        w[0][ids[t] * hidden + h]
                                + w[1][(t + model.positionOffset()) * hidden + h]
                                + w[2][h];
            }
            x[t] = layerNorm(x[t], w[3], w[4]);
        }
        for (int b = 5; b + 12 <= w.length; b += 12) {
            double[][] a = attention(x, b);
            for (int t = 0; t < x.length; t++) {
                x[t] = layerNorm(sum(x[t], linear(a[t], w[b + 2], w[b + 3])), w[b + 4], w[b + 5]);
                double[] f = linear(x[t], w[b + 6], w[b + 7]);
                for (int i = 0; i < f.length; i++) {
                    f[i] = f[i] * 0.5 * (1 + erf(f[i] / Math.sqrt(2)));
                }
                x[t] = layerNorm(sum(x[t], linear(f, w[b + 8], w[b + 9])), w[b + 10], w[b + 11]);
            }
        }
        return dense(pool(x));
    }

    private double[] pool(double[][] x) {
        int n = x.length;
        double[] pooled = new double[hidden];
        for (int h = 0; h < hidden; h++) {
            double sum = 0;
            double placed = 0;
            double max = x[0][h];
            for (int t = 0; t < n; t++) {
                sum += x[t][h];
                placed += (t + 1) * x[t][h];
                max = Math.max(max, x[t][h]);
            }
            pooled[h] =
                    switch (model.pooling()) {
                        case MEAN -> sum / n;
                        case CLS -> x[0][h];
                        case MAX -> max;
                        case MEAN_SQRT_LEN -> sum / Math.sqrt(n);
                        case WEIGHTED_MEAN -> placed / (n * (n + 1) / 2.0);
                        case LAST_TOKEN -> x[n - 1][h];
                    };
        }
        return pooled;
    }

    private double[] dense(double[] x) {
        int extra = (w.length - 5) % 12;
        if (extra == 0) {
            return x;
        }
        double[] weight = w[w.length - extra];
        double[] bias = extra == 2 ? w[w.length - 1] : new double[weight.length / hidden];
        double[] y = linear(x, weight, bias);
        for (int i = 0; i < y.length && model.activation() == Dense.Activation.TANH; i++) {
            y[i] = Math.tanh(y[i]);
        }
        return y;
    }

    private double[][] attention(double[][] x, int b) {
        int d = hidden / model.heads();
        double[][] qkv = new double[x.length][];
        double[][] out = new double[x.length][hidden];
        for (int t = 0; t < x.length; t++) {
            qkv[t] = linear(x[t], w[b], w[b + 1]);
        }
        for (int head = 0; head < model.heads(); head++) {
            for (int t = 0; t < x.length; t++) {
                double[] p = new double[x.length];
                double sum = 0;
                for (int s = 0; s < x.length; s++) {
                    for (int i = head * d; i < (head + 1) * d; i++) {
                        p[s] += qkv[t][i] * qkv[s][hidden + i];
                    }
                    p[s] = Math.exp(p[s] / Math.sqrt(d));
                    sum += p[s];
                }
                for (int s = 0; s < x.length; s++) {
                    for (int i = head * d; i < (head + 1) * d; i++) {
                        out[t][i] += p[s] / sum * qkv[s][2 * hidden + i];
                    }
                }
            }
        }
        return out;
    }

    private double[] layerNorm(double[] x, double[] weight, double[] bias) {
        double mean = 0;
        double variance = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        for (double v : x) {
            variance += (v - mean) * (v - mean) / x.length;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (x[i] - mean) / Math.sqrt(variance + model.epsilon()) * weight[i] + bias[i];
        }
        return y;
    }

    private static double[] linear(double[] x, double[] weight, double[] bias) {
        double[] y = bias.clone();
        for (int o = 0; o < y.length; o++) {
            for (int i = 0; i < x.length; i++) {
                y[o] += weight[o * x.length + i] * x[i];
            }
        }
        return y;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] c = a.clone();
        for (int i = 0; i < c.length; i++) {
            c[i] += b[i];
        }
        return c;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The Maclaurin series, exact to double precision for the small arguments of these tests. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 100; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
