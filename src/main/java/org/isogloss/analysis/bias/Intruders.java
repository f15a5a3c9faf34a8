package org.isogloss.analysis.bias;

import java.util.Map;

/** How often a wrong candidate stands first that shares nothing but the question's language. */
final class Intruders implements QuestionMeasure {
    @Override
    public String id() {
        return "intruder_1";
    }

    @Override
    public String name() {
        return "Intruder rate";
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
                "Share of questions whose best candidate in the multilingual pool is wrong and in"
                        + " the question's language: the language was matched, not the meaning.",
                "mean_q [ hit 1 is not relevant and lang(hit 1) = lang(q) ]",
                Explanation.OURS,
                "0 to 1, where 0 is best.",
                "A candidate that answers the question but was not judged counts as wrong. The"
                        + " rate falls with every wrong first hit that is mended, in whatever"
                        + " language; set it against all wrong first hits.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            boolean known = known(table, q);
            boolean intruder =
                    known && table.bestRank(q) > 1 && table.hitLanguage(q, 0) == table.language(q);
            values[q] = known ? (intruder ? 1 : 0) : Double.NaN;
        }
        return values;
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] wrong = new double[table.questions()];
        for (int q = 0; q < wrong.length; q++) {
            wrong[q] = known(table, q) ? (table.bestRank(q) > 1 ? 1 : 0) : Double.NaN;
        }
        return Map.of("wrong first hits", wrong);
    }

    /** Whether a question's first hit is known, and could be in its language. */
    private static boolean known(RankTable table, int q) {
        return table.candidates(table.language(q)) > 0 && table.hits(q) > 0;
    }
}
