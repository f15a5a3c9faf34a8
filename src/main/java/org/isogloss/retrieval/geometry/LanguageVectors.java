package org.isogloss.retrieval.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.Vectors;

/**
 * Vectors of texts whose languages are known.
 *
 * <p>Letters: N texts, E numbers each, L languages.
 *
 * @param vectors [N, E]
 * @param langs [N], the language of each text
 */
public record LanguageVectors(Vectors vectors, List<Lang> langs) {
    /** How far from 1 a length may be for the vectors to count as normalised. */
    private static final double UNIT_TOLERANCE = 1e-3;

    public LanguageVectors {
        langs = List.copyOf(langs);
        if (langs.size() != vectors.count()) {
            throw new IllegalArgumentException(
                    langs.size() + " languages for " + vectors.count() + " vectors");
        }
    }

    /** The rows of each language, in order of first appearance. */
    Map<Lang, int[]> rows() {
        Map<Lang, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < langs.size(); i++) {
            rows.computeIfAbsent(langs.get(i), lang -> new ArrayList<>()).add(i);
        }
        Map<Lang, int[]> arrays = new LinkedHashMap<>();
        rows.forEach(
                (lang, list) ->
                        arrays.put(lang, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /** The mean of some rows, [E]. */
    double[] mean(int[] rows) {
        int dimension = vectors.dimension();
        float[] values = vectors.values();
        double[] mean = new double[dimension];
        for (int row : rows) {
            for (int e = 0; e < dimension; e++) {
                mean[e] += values[row * dimension + e];
            }
        }
        for (int e = 0; e < dimension; e++) {
            mean[e] /= rows.length;
        }
        return mean;
    }

    /** True if all vectors have length 1, so that their dot products are cosines. */
    boolean normalised() {
        for (int i = 0; i < vectors.count(); i++) {
            if (Math.abs(length(vectors.values(), i) - 1) > UNIT_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    double length(float[] values, int row) {
        double sum = 0;
        int dimension = vectors.dimension();
        for (int e = row * dimension; e < (row + 1) * dimension; e++) {
            sum += (double) values[e] * values[e];
        }
        return Math.sqrt(sum);
    }

    /**
     * How much of the vectors' variance their language explains: the squared distances of the
     * language means from the mean of all, weighted by the languages' numbers of texts, over the
     * squared distances of all texts from it (η², the correlation ratio). From 0, where no
     * language's mean differs, to 1.
     */
    public double explainedByLanguage() {
        int dimension = vectors.dimension();
        int[] all = new int[vectors.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        double[] centre = mean(all);
        double between = 0;
        for (int[] rows : rows().values()) {
            double[] mean = mean(rows);
            double distance = 0;
            for (int e = 0; e < dimension; e++) {
                distance += (mean[e] - centre[e]) * (mean[e] - centre[e]);
            }
            between += rows.length * distance;
        }
        double total = 0;
        for (int i = 0; i < all.length; i++) {
            for (int e = 0; e < dimension; e++) {
                double apart = vectors.values()[i * dimension + e] - centre[e];
                total += apart * apart;
            }
        }
        return between / total;
    }
}
