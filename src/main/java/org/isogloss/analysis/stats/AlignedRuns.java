package org.isogloss.analysis.stats;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scores of several runs on the same questions as matrices over clusters, so that quantities
 * under other weights of the clusters are sums of rows.
 *
 * <p>A quantity is the mean over its cells of (sum over clusters of the cluster's scores) / (sum
 * over clusters of their number). Cells with the same numbers in every cluster have the same
 * denominator and share one column, which makes the macro mean of a collection with parallel
 * questions a single column.
 *
 * <p>Letters: R runs, K clusters in the order of their ids, O quantities, Q columns, P patterns of
 * counts.
 */
final class AlignedRuns {
    private final List<RunScores> runs;
    private final List<String> clusters;
    private final int quantities;
    private final List<Column> columns = new ArrayList<>(); // [Q]
    private final double[][] sums; // [K][R * Q], a run's columns together
    private final double[][] counts; // [K][P]

    /**
     * Cells of a quantity with the same counts.
     *
     * @param quantity the quantity's index
     * @param pattern the index of their counts
     * @param cells how many they are
     */
    private record Column(int quantity, int pattern, int cells) {}

    /**
     * Aligns runs.
     *
     * @throws org.isogloss.base.BadInputException if they did not answer the same questions
     */
    AlignedRuns(List<RunScores> runs, List<Quantity> quantities) {
        this.runs = List.copyOf(runs);
        this.quantities = quantities.size();
        SameQuestions.check(
                runs, quantities.stream().map(Quantity::metric).collect(Collectors.toSet()));
        clusters = List.copyOf(runs.get(0).clusters());
        Map<IntBuffer, Integer> patterns = new LinkedHashMap<>();
        List<double[][]> found = new ArrayList<>(); // [Q][R][K]
        for (int o = 0; o < quantities.size(); o++) {
            addColumns(o, quantities.get(o), patterns, found);
        }
        sums = new double[clusters.size()][runs.size() * columns.size()];
        counts = new double[clusters.size()][patterns.size()];
        for (int k = 0; k < clusters.size(); k++) {
            for (int q = 0; q < columns.size(); q++) {
                for (int r = 0; r < runs.size(); r++) {
                    sums[k][r * columns.size() + q] = found.get(q)[r][k];
                }
            }
            for (Map.Entry<IntBuffer, Integer> pattern : patterns.entrySet()) {
                counts[k][pattern.getValue()] = pattern.getKey().get(k);
            }
        }
    }

    private void addColumns(
            int o, Quantity quantity, Map<IntBuffer, Integer> patterns, List<double[][]> found) {
        Set<Cell> all = runs.get(0).cells(quantity.metric());
        Map<Integer, List<Cell>> byPattern = new LinkedHashMap<>();
        for (Cell cell : quantity.cells(all)) {
            int[] numbers = counts(runs.get(0), quantity, cell);
            for (RunScores run : runs) {
                if (!Arrays.equals(numbers, counts(run, quantity, cell))) {
                    throw SameQuestions.uneven(runs.get(0), run, quantity);
                }
            }
            int pattern =
                    patterns.computeIfAbsent(IntBuffer.wrap(numbers), unseen -> patterns.size());
            byPattern.computeIfAbsent(pattern, unseen -> new ArrayList<>()).add(cell);
        }
        byPattern.forEach(
                (pattern, cells) -> {
                    columns.add(new Column(o, pattern, cells.size()));
                    double[][] sum = new double[runs.size()][clusters.size()];
                    for (int r = 0; r < runs.size(); r++) {
                        for (Cell cell : cells) {
                            runs.get(r).addSums(quantity.metric(), cell, clusters, sum[r]);
                        }
                    }
                    found.add(sum);
                });
    }

    private int[] counts(RunScores run, Quantity quantity, Cell cell) {
        return run.counts(quantity.metric(), cell, clusters, clusters.size());
    }

    int clusters() {
        return clusters.size();
    }

    int runs() {
        return runs.size();
    }

    int quantities() {
        return quantities;
    }

    /** How many clusters have a score in a quantity. */
    int clusters(int quantity) {
        int some = 0;
        for (double[] row : counts) {
            some +=
                    columns.stream().anyMatch(c -> c.quantity == quantity && row[c.pattern] > 0)
                            ? 1
                            : 0;
        }
        return some;
    }

    /** The sums of rows that quantities are made of, which clusters are added to and taken from. */
    final class Totals {
        private final double[] sum = new double[runs.size() * columns.size()];
        private final double[] count = new double[counts.length == 0 ? 0 : counts[0].length];

        void clear() {
            Arrays.fill(sum, 0);
            Arrays.fill(count, 0);
        }

        /** Adds a cluster some times. */
        void add(int cluster, double times) {
            axpy(times, sums[cluster], sum);
            axpy(times, counts[cluster], count);
        }

        /** The quantities of each run, {@code [R][O]}; NaN where nothing was added. */
        void values(double[][] into) {
            int width = columns.size();
            double[] cells = new double[quantities];
            for (Column column : columns) {
                cells[column.quantity] += count[column.pattern] > 0 ? column.cells : 0;
            }
            for (int r = 0; r < into.length; r++) {
                Arrays.fill(into[r], 0);
                for (int q = 0; q < width; q++) {
                    Column column = columns.get(q);
                    if (count[column.pattern] > 0) {
                        into[r][column.quantity] += sum[r * width + q] / count[column.pattern];
                    }
                }
                for (int o = 0; o < quantities; o++) {
                    into[r][o] /= cells[o];
                }
            }
        }

        private static void axpy(double times, double[] row, double[] into) {
            for (int i = 0; i < into.length; i++) {
                into[i] += times * row[i];
            }
        }
    }

    /** Every cluster once. */
    Totals all() {
        Totals all = new Totals();
        for (int k = 0; k < clusters.size(); k++) {
            all.add(k, 1);
        }
        return all;
    }

    /**
     * What each cluster adds to a combination of the runs' quantities, {@code [K][O]}: their sum
     * over clusters is the quantity.
     *
     * @param weights {@code [R]}, of each run
     * @param centred true to take from each the mean of its cells, times its number of scores: how
     *     much the quantity moves with the cluster, which sums up to 0 (its influence, in a ratio
     *     of sums)
     */
    double[][] shares(double[] weights, boolean centred) {
        Totals all = all();
        double[] cells = new double[quantities];
        columns.forEach(column -> cells[column.quantity] += column.cells);
        double[][] shares = new double[clusters.size()][quantities];
        int width = columns.size();
        for (int q = 0; q < width; q++) {
            Column column = columns.get(q);
            double number = all.count[column.pattern];
            double mean = combined(weights, all.sum, q) / number;
            for (int k = 0; k < clusters.size(); k++) {
                double share = combined(weights, sums[k], q);
                share -= centred ? mean * counts[k][column.pattern] : 0;
                shares[k][column.quantity] += share / number / cells[column.quantity];
            }
        }
        return shares;
    }

    private double combined(double[] weights, double[] row, int column) {
        double sum = 0;
        for (int r = 0; r < weights.length; r++) {
            sum += weights[r] * row[r * columns.size() + column];
        }
        return sum;
    }
}
