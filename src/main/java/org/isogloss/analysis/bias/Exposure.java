package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;

/**
 * Whose passages are seen: each answer language's share of the top against its share of the pool.
 */
final class Exposure implements BiasMeasure {
    @Override
    public String id() {
        return "exposure";
    }

    @Override
    public String name() {
        return "Exposure of answer languages";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "The share of the k best hits that each answer language has, against its share of"
                        + " the pool: half the sum of the absolute differences, that is, the share"
                        + " of the hits that would have to be in another language. The table has"
                        + " the shares themselves.",
                "E@k = 1/2 sum_m | mean_q #{hits 1..k in m} / k - N_m / N |",
                "Our definition (the total variation distance of two shares).",
                "0 to 1; 0 is an even hand.",
                "Chance alone keeps it above 0 where questions are few. It says nothing of right"
                        + " and wrong: see the intruder rate.");
    }

    @Override
    public BiasResult of(RankTable table, BiasOptions options) {
        int size = table.languages().size();
        int[][] counts = new int[table.questions()][];
        for (int q = 0; q < counts.length; q++) {
            counts[q] = new int[size];
            for (int i = 0; i < depth(table, q, options); i++) {
                counts[q][table.hitLanguage(q, i)]++;
            }
        }
        int[] once = new int[table.clusters()];
        Arrays.fill(once, 1);
        return BiasResult.of(table, options, weights -> distances(table, counts, weights))
                .withTable(shown(table, shares(table, counts, once)))
                .withReferences(List.of())
                .withWarnings(tooFew(table, options));
    }

    private static double[] distances(RankTable table, int[][] counts, int[] weights) {
        double[][] shares = shares(table, counts, weights);
        double[] distances = new double[shares.length];
        for (int lang = 0; lang < shares.length; lang++) {
            double sum = 0;
            for (int answer = 0; answer < shares.length; answer++) {
                sum += Math.abs(shares[lang][answer] - table.share(answer));
            }
            distances[lang] = sum / 2;
        }
        return distances;
    }

    /** [question language, answer language]; rows of languages without questions are NaN. */
    private static double[][] shares(RankTable table, int[][] counts, int[] weights) {
        int size = table.languages().size();
        double[][] sums = new double[size][size];
        double[] all = new double[size];
        for (int q = 0; q < counts.length; q++) {
            int weight = weights[table.cluster(q)];
            double hits = Arrays.stream(counts[q]).sum();
            if (weight == 0 || hits == 0) {
                continue;
            }
            double[] row = sums[table.language(q)];
            for (int answer = 0; answer < size; answer++) {
                row[answer] += weight * counts[q][answer] / hits;
            }
            all[table.language(q)] += weight;
        }
        for (int lang = 0; lang < size; lang++) {
            for (int answer = 0; answer < size; answer++) {
                sums[lang][answer] /= all[lang];
            }
        }
        return sums;
    }

    private LanguagePairTable shown(RankTable table, double[][] shares) {
        List<List<Double>> rows = new ArrayList<>();
        for (Lang question : table.questionLanguages()) {
            double[] row = shares[table.languages().indexOf(question)];
            rows.add(
                    table.answerLanguages().stream()
                            .map(answer -> row[table.languages().indexOf(answer)])
                            .toList());
        }
        return new LanguagePairTable(
                id(), table.questionLanguages(), table.answerLanguages(), rows);
    }

    /** How many hits are looked at: k, or all there are. */
    static int depth(RankTable table, int q, BiasOptions options) {
        return Math.min(options.cutoff(), table.hits(q));
    }

    /** Warns where the run kept fewer hits than are asked for, though the pool had them. */
    static List<String> tooFew(RankTable table, BiasOptions options) {
        int fewest = Integer.MAX_VALUE;
        for (int q = 0; q < table.questions(); q++) {
            fewest = Math.min(fewest, table.hits(q));
        }
        return fewest < Math.min(options.cutoff(), table.pool())
                ? List.of(
                        "The run kept only %,d hits of some questions, so k is less than %,d there."
                                .formatted(fewest, options.cutoff()))
                : List.of();
    }
}
