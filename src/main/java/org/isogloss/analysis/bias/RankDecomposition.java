package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.isogloss.corpus.Lang;

/**
 * The logarithm of the ranks of right answers as a sum of effects, fitted exactly by least squares:
 * ln rank = m + a[question language] + b[answer language] + c · [same language] + d[question] + e,
 * with Σ a = Σ b = Σ d = 0.
 *
 * <p>The question effects are swept out within each cluster (the theorem of Frisch, Waugh and
 * Lovell), which leaves normal equations for a, b and c alone, each a sum over clusters; so a fit
 * to a resample takes one pass over the clusters. Letters: C clusters, A and B languages of
 * questions and answers, P = A + B − 1 unknowns (the last of a and of b are minus the others' sum).
 */
final class RankDecomposition {
    private final List<Lang> questionLanguages; // [A]
    private final List<Lang> answerLanguages; // [B]
    private final int unknowns; // P
    private final double[][] products; // [C, P * P] within the cluster
    private final double[][] target; // [C, P] products with ln rank within the cluster
    private final double[] squares; // [C] of ln rank within the cluster
    private final double[][] means; // [C, P] of the columns
    private final double[] mean; // [C] of ln rank
    private final int[] rows; // [C]

    RankDecomposition(RankTable table) {
        questionLanguages = table.questionLanguages();
        boolean[] answered = new boolean[table.languages().size()];
        List<List<Integer>> clusters = new ArrayList<>();
        for (int c = 0; c < table.clusters(); c++) {
            clusters.add(new ArrayList<>());
        }
        for (int q = 0; q < table.questions(); q++) {
            clusters.get(table.cluster(q)).add(q);
            for (int r = 0; r < table.relevant(q); r++) {
                answered[table.answer(q, r)] = true;
            }
        }
        answerLanguages =
                IntStream.range(0, answered.length)
                        .filter(lang -> answered[lang])
                        .mapToObj(table.languages()::get)
                        .toList();
        unknowns = Math.max(0, questionLanguages.size() + answerLanguages.size() - 1);
        int size = clusters.size();
        products = new double[size][unknowns * unknowns];
        target = new double[size][unknowns];
        squares = new double[size];
        means = new double[size][unknowns];
        mean = new double[size];
        rows = new int[size];
        IntStream.range(0, size).parallel().forEach(c -> gather(c, clusters.get(c), table));
    }

    /** The languages of questions, in the order of their effects. */
    List<Lang> questionLanguages() {
        return questionLanguages;
    }

    /** The languages of relevant passages, in the order of their effects. */
    List<Lang> answerLanguages() {
        return answerLanguages;
    }

    /** Sums up a cluster's rows, each less the cluster's mean. */
    private void gather(int c, List<Integer> questions, RankTable table) {
        List<double[]> columns = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        for (int q : questions) {
            for (int r = 0; r < table.relevant(q); r++) {
                Lang asked = table.languages().get(table.language(q));
                Lang answer = table.languages().get(table.answer(q, r));
                columns.add(row(asked, answer));
                logs.add(Math.log(table.inPool(q, r)));
            }
        }
        rows[c] = columns.size();
        for (int i = 0; i < rows[c]; i++) {
            mean[c] += logs.get(i) / rows[c];
            for (int j = 0; j < unknowns; j++) {
                means[c][j] += columns.get(i)[j] / rows[c];
            }
        }
        double[] centred = new double[unknowns];
        for (int i = 0; i < rows[c]; i++) {
            double log = logs.get(i) - mean[c];
            squares[c] += log * log;
            for (int j = 0; j < unknowns; j++) {
                centred[j] = columns.get(i)[j] - means[c][j];
                target[c][j] += centred[j] * log;
                for (int k = 0; k <= j; k++) {
                    products[c][j * unknowns + k] += centred[j] * centred[k];
                }
            }
        }
    }

    private double[] row(Lang asked, Lang answer) {
        double[] row = new double[unknowns];
        int a = questionLanguages.size();
        code(questionLanguages.indexOf(asked), a, 0, row);
        code(answerLanguages.indexOf(answer), answerLanguages.size(), a - 1, row);
        row[unknowns - 1] = asked.equals(answer) ? 1 : 0;
        return row;
    }

    /** 1 for one of all but the last, which is -1 in the place of every other. */
    private static void code(int one, int all, int start, double[] row) {
        if (one == all - 1) {
            Arrays.fill(row, start, start + all - 1, -1);
        } else {
            row[start + one] = 1;
        }
    }

    /** True if the effects can be told from each other. */
    boolean canBeTold() {
        int[] once = new int[rows.length];
        Arrays.fill(once, 1);
        return questionLanguages.size() > 1
                && answerLanguages.size() > 1
                && !Double.isNaN(fit(once)[0]);
    }

    /**
     * The effects, given how often each cluster counts: m, a [A], b [B], c, the standard deviation
     * of d over clusters and that of e; all NaN if they cannot be told from each other.
     */
    double[] fit(int[] weights) {
        double[] left = new double[unknowns * unknowns];
        double[] right = new double[unknowns];
        for (int c = 0; c < rows.length; c++) {
            for (int i = 0; weights[c] > 0 && i < unknowns; i++) {
                right[i] += weights[c] * target[c][i];
                for (int j = 0; j <= i; j++) {
                    left[i * unknowns + j] += weights[c] * products[c][i * unknowns + j];
                }
            }
        }
        double[] solution = NormalEquations.solve(left, right);
        return effects(solution, right, weights);
    }

    private double[] effects(double[] solution, double[] right, int[] weights) {
        int a = questionLanguages.size();
        int b = answerLanguages.size();
        double[] effects = new double[a + b + 4];
        double[] levels = levels(solution);
        double sum = 0;
        double count = 0;
        double left = 0;
        double freedom = -unknowns;
        for (int c = 0; c < rows.length; c++) {
            sum += weights[c] * levels[c];
            count += weights[c];
            left += weights[c] * squares[c];
            freedom += weights[c] * (rows[c] - 1.0);
        }
        double level = sum / count;
        double spread = 0;
        for (int c = 0; c < rows.length; c++) {
            spread += weights[c] * (levels[c] - level) * (levels[c] - level);
        }
        for (int i = 0; i < unknowns; i++) {
            left -= solution[i] * right[i];
        }
        effects[0] = level;
        spreadOut(solution, 0, a, effects, 1);
        spreadOut(solution, a - 1, b, effects, 1 + a);
        effects[1 + a + b] = solution[unknowns - 1];
        effects[2 + a + b] = Math.sqrt(spread / count);
        effects[3 + a + b] = freedom > 0 ? Math.sqrt(Math.max(0, left) / freedom) : Double.NaN;
        return effects;
    }

    /** m + d of each cluster. */
    private double[] levels(double[] solution) {
        double[] levels = mean.clone();
        for (int c = 0; c < levels.length; c++) {
            for (int i = 0; i < unknowns; i++) {
                levels[c] -= means[c][i] * solution[i];
            }
        }
        return levels;
    }

    private static void spreadOut(double[] from, int start, int all, double[] to, int at) {
        double sum = 0;
        for (int i = 0; i < all - 1; i++) {
            to[at + i] = from[start + i];
            sum += from[start + i];
        }
        to[at + all - 1] = -sum;
    }
}
