package org.isogloss.analysis.bias;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far down one has to read to see the answer in every language. */
final class MaxRank implements QuestionMeasure {
    @Override
    public String id() {
        return "max_rank";
    }

    @Override
    public String name() {
        return "Max-rank";
    }

    @Override
    public String unit() {
        return "ranks";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "Mean over questions of the greatest rank of a relevant passage in the multilingual"
                        + " pool: how many hits it takes to see the answer in every language.",
                "Max@R = mean_q [ max_r rank_q(r) ]",
                "Hong et al., arXiv 2604.05684, there for pools of English and one other language;"
                        + " the pool of all languages and no normalisation are our choice.",
                "From the number n of relevant passages to the pool's size N; a random ranking"
                        + " gives n(N + 1)/(n + 1).",
                "It also grows if all answers stand far down together, which is no bias; read it"
                        + " beside rank distance. Grows with the pool.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            values[q] = table.answerLanguages(q) > 1 ? table.worstRank(q) : Double.NaN;
        }
        return values;
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] floor = new double[table.questions()];
        double[] random = new double[table.questions()];
        Arrays.fill(floor, Double.NaN);
        Arrays.fill(random, Double.NaN);
        for (int q = 0; q < floor.length; q++) {
            double n = table.relevant(q);
            if (table.answerLanguages(q) > 1) {
                floor[q] = n;
                random[q] = n * (table.pool() + 1.0) / (n + 1);
            }
        }
        Map<String, double[]> references = new LinkedHashMap<>();
        references.put(Reference.FLOOR, floor);
        references.put(Reference.RANDOM, random);
        return references;
    }
}
