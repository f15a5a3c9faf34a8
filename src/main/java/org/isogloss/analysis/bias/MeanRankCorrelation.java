package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether a question finds the same passages in whatever language it is asked. */
final class MeanRankCorrelation implements QuestionMeasure {
    @Override
    public String id() {
        return "rank_correlation";
    }

    @Override
    public String name() {
        return "Mean rank correlation";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "Mean over questions and their translations of Spearman's correlation of the two"
                        + " rankings, over the union of their k best hits; a passage that one list"
                        + " lacks is tied at k + 1 there.",
                "MRC@k(a) = mean_i mean_{b != a} Spearman( rank(q_i^a, U), rank(q_i^b, U) ), U ="
                        + " hits 1..k of q_i^a or q_i^b",
                "Yang, Jiang and Baldwin 2024, arXiv 2509.06195, there times 100; the rank of a"
                        + " passage that a list lacks is our choice.",
                "-1 to 1, where 1 is the same list in every language; two lists without a common"
                        + " passage give less than 0.",
                "A model that finds the same wrong passages in every language scores 1. k hits are"
                        + " few where many answers tie in meaning: orders among the answers of"
                        + " eleven languages count as much as finding them.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int c = 0; c < table.clusters(); c++) {
            clusters.add(new ArrayList<>());
        }
        for (int q = 0; q < table.questions(); q++) {
            if (table.hits(q) > 0) {
                clusters.get(table.cluster(q)).add(q);
            }
        }
        double[] sums = new double[table.questions()];
        int[] counts = new int[table.questions()];
        clusters.parallelStream()
                .forEach(
                        questions -> {
                            // A question is in one cluster, so that no two threads meet.
                            for (int a : questions) {
                                for (int b : questions) {
                                    if (a < b && table.language(a) != table.language(b)) {
                                        double correlation = correlation(table, a, b, options);
                                        sums[a] += correlation;
                                        sums[b] += correlation;
                                        counts[a]++;
                                        counts[b]++;
                                    }
                                }
                            }
                        });
        double[] values = new double[sums.length];
        for (int q = 0; q < values.length; q++) {
            values[q] = sums[q] / counts[q];
        }
        return values;
    }

    @Override
    public List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        return Arrays.stream(values).allMatch(Double::isNaN)
                ? List.of("No number: no question has a translation.")
                : Exposure.tooFew(table, options);
    }

    private static double correlation(RankTable table, int a, int b, BiasOptions options) {
        int depthA = Exposure.depth(table, a, options);
        int depthB = Exposure.depth(table, b, options);
        int[] ranksInB = new int[depthA]; // of a's hits; 0 for one that b lacks
        int common = 0;
        for (int i = 0; i < depthA; i++) {
            int hit = table.hit(a, i);
            for (int j = 0; j < depthB; j++) {
                if (table.hit(b, j) == hit) {
                    ranksInB[i] = j + 1;
                    common++;
                }
            }
        }
        return correlation(ranksInB, depthA, depthB, common);
    }

    /**
     * Spearman's correlation over the union, which is Pearson's of mid-ranks: in each list the
     * passages it has are ranked 1 to depth, and the others share the mean of the ranks left.
     */
    static double correlation(int[] ranksInB, int depthA, int depthB, int common) {
        int union = depthA + depthB - common;
        if (union == 1) {
            return 1;
        }
        double middle = (union + 1) / 2.0;
        double restA = (depthA + 1 + union) / 2.0;
        double restB = (depthB + 1 + union) / 2.0;
        double product = 0;
        double leftInB = depthB * (depthB + 1) / 2.0 - depthB * middle;
        for (int i = 0; i < depthA; i++) {
            boolean lacks = ranksInB[i] == 0;
            double inA = i + 1 - middle;
            double inB = (lacks ? restB : ranksInB[i]) - middle;
            product += inA * inB;
            leftInB -= lacks ? 0 : inB;
        }
        product += (restA - middle) * leftInB;
        return product / Math.sqrt(squares(depthA, union) * squares(depthB, union));
    }

    /** The sum of squared distances from the middle of 1..depth and of the rest, tied. */
    private static double squares(int depth, int union) {
        double middle = (union + 1) / 2.0;
        double rest = (depth + 1 + union) / 2.0 - middle;
        double sum = (union - depth) * rest * rest;
        for (int rank = 1; rank <= depth; rank++) {
            sum += (rank - middle) * (rank - middle);
        }
        return sum;
    }
}
