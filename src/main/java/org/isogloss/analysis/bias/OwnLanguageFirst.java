package org.isogloss.analysis.bias;

import java.util.Map;

/** How often the best candidate is in the question's own language. */
final class OwnLanguageFirst implements QuestionMeasure {
    @Override
    public String id() {
        return "own_language_1";
    }

    @Override
    public String name() {
        return "Own language first";
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
                "Share of questions whose best candidate in the multilingual pool, right or wrong,"
                        + " is in the question's language.",
                "mean_q [ lang(hit 1) = lang(q) ]",
                Explanation.OURS,
                "0 to 1; with equally good answers in each of L languages an even hand gives 1/L.",
                "Right and wrong candidates count alike: a model that finds the answer in every"
                        + " language and puts the own one first looks like one that finds nothing"
                        + " but its own language. Language preference and intruders tell them"
                        + " apart.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            boolean known = known(table, q);
            double first = known && table.hitLanguage(q, 0) == table.language(q) ? 1 : 0;
            values[q] = known ? first : Double.NaN;
        }
        return values;
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] even = new double[table.questions()];
        for (int q = 0; q < even.length; q++) {
            even[q] = known(table, q) ? table.share(table.language(q)) : Double.NaN;
        }
        return Map.of("share of the pool", even);
    }

    /** Whether a question's first hit is known, and could be in its language. */
    private static boolean known(RankTable table, int q) {
        return table.candidates(table.language(q)) > 0 && table.hits(q) > 0;
    }
}
