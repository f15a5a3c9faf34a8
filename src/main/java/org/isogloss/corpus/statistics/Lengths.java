package org.isogloss.corpus.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long texts are: a histogram with its quantiles, which are lengths of actual texts (nearest
 * rank).
 *
 * @param bins without gaps from the first to the last that is not empty; edges 0, 1, 2, 5, 10, 20,
 *     50 and so on
 */
public record Lengths(int min, double mean, int median, int p95, int max, List<Bin> bins) {
    private static final int[] STEPS = {1, 2, 5};

    public Lengths {
        bins = List.copyOf(bins);
    }

    /** How many texts have at least {@code from} and fewer than {@code below} units. */
    public record Bin(int from, int below, int texts) {}

    /** Sums up lengths; all zero for none. */
    static Lengths of(int[] lengths) {
        if (lengths.length == 0) {
            return new Lengths(0, 0, 0, 0, 0, List.of());
        }
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        return new Lengths(
                sorted[0],
                Arrays.stream(sorted).average().orElseThrow(),
                rank(sorted, 0.5),
                rank(sorted, 0.95),
                sorted[sorted.length - 1],
                bins(sorted));
    }

    private static int rank(int[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static List<Bin> bins(int[] sorted) {
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        int at = 0;
        int decade = 1;
        for (int edge = 0; at < sorted.length; edge++) {
            int below = STEPS[edge % STEPS.length] * decade;
            int texts = 0;
            while (at < sorted.length && sorted[at] < below) {
                texts++;
                at++;
            }
            if (texts > 0 || !bins.isEmpty()) {
                bins.add(new Bin(from, below, texts));
            }
            from = below;
            decade = edge % STEPS.length == STEPS.length - 1 ? 10 * decade : decade;
        }
        return bins;
    }
}
