package org.isogloss.analysis.bias;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers of questions, sorted within each question language once for all draws. */
final class LanguageValues {
    private final double[][] sorted; // by language, ascending
    private final int[][] clusters; // of each

    LanguageValues(RankTable table, double[] values) {
        int size = table.languages().size();
        sorted = new double[size][];
        clusters = new int[size][];
        int[] order =
                IntStream.range(0, values.length)
                        .filter(q -> !Double.isNaN(values[q]))
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[a], values[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int lang = 0; lang < size; lang++) {
            int own = lang;
            int[] questions = Arrays.stream(order).filter(q -> table.language(q) == own).toArray();
            sorted[lang] = Arrays.stream(questions).mapToDouble(q -> values[q]).toArray();
            clusters[lang] = Arrays.stream(questions).map(table::cluster).toArray();
        }
    }

    /** The centre of each language's numbers, [L], given how often each cluster counts. */
    double[] centres(Centre centre, int[] weights) {
        double[] centres = new double[sorted.length];
        for (int lang = 0; lang < sorted.length; lang++) {
            double[] each = new double[clusters[lang].length];
            for (int i = 0; i < each.length; i++) {
                each[i] = weights[clusters[lang][i]];
            }
            centres[lang] = centre.of(sorted[lang], each);
        }
        return centres;
    }
}
