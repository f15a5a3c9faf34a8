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
        Counts counts = new Counts(table, options);
        int[] once = new int[table.clusters()];
        Arrays.fill(once, 1);
        return BiasResult.of(table, options, weights -> distances(table, counts, weights))
                .withTable(shown(table, counts.shares(once)))
                .withReferences(List.of())
                .withWarnings(tooFew(table, options));
    }

    /** How many hits of each question are in each language, counted once for all draws. */
    private static final class Counts {
        private final int languages; // L
        private final int[] language; // [Q]
        private final int[] cluster; // [Q]
        private final int[] hits; // [Q]
        private final int[][] inLanguage; // [Q, L]

        Counts(RankTable table, BiasOptions options) {
            int questions = table.questions();
            languages = table.languages().size();
            language = new int[questions];
            cluster = new int[questions];
            hits = new int[questions];
            inLanguage = new int[questions][languages];
            for (int q = 0; q < questions; q++) {
                language[q] = table.language(q);
                cluster[q] = table.cluster(q);
                hits[q] = depth(table, q, options);
                for (int i = 0; i < hits[q]; i++) {
                    inLanguage[q][table.hitLanguage(q, i)]++;
                }
            }
        }

        /** [question language, answer language]; rows of languages without questions are NaN. */
        double[][] shares(int[] weights) {
            double[][] sums = new double[languages][languages];
            double[] all = new double[languages];
            for (int q = 0; q < hits.length; q++) {
                int weight = weights[cluster[q]];
                if (weight == 0 || hits[q] == 0) {
                    continue;
                }
                double[] row = sums[language[q]];
                int[] counts = inLanguage[q];
                for (int answer = 0; answer < languages; answer++) {
                    row[answer] += weight * counts[answer] / (double) hits[q];
                }
                all[language[q]] += weight;
            }
            for (int lang = 0; lang < languages; lang++) {
                for (int answer = 0; answer < languages; answer++) {
                    sums[lang][answer] /= all[lang];
                }
            }
            return sums;
        }
    }

    private static double[] distances(RankTable table, Counts counts, int[] weights) {
        double[][] shares = counts.shares(weights);
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
