package org.isogloss.analysis.bias;

import java.util.Map;

/** How often the best of the right answers is the one in the question's own language. */
final class LanguagePreference implements QuestionMeasure {
    @Override
    public String id() {
        return "language_preference";
    }

    @Override
    public String name() {
        return "Language preference rate";
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
                "Share of questions whose best relevant passage is in the question's language,"
                        + " among questions with a relevant passage in their language and in"
                        + " another.",
                "LPR = #{ q : lang(best relevant of q) = lang(q) } / #{ q with relevant passages in"
                        + " lang(q) and elsewhere }",
                "Jang et al., arXiv 2605.07249 (MLAIRE), whose exact formula we could not find;"
                        + " this is our reading of it.",
                "0 to 1; an even hand gives the share of the relevant passages that are in the"
                        + " question's language, 1/L with one in each of L languages.",
                "MLAIRE takes more as better, since a reader wants their own language; here, as a"
                        + " measure of bias, nearer to the even hand is fairer. It looks at order"
                        + " alone: the other answers may follow at once or a thousand ranks later.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            double own = own(table, q);
            values[q] = Double.NaN;
            for (int r = 0; own > 0 && own < 1 && r < table.relevant(q); r++) {
                if (table.inPool(q, r) == table.bestRank(q)) {
                    values[q] = table.answer(q, r) == table.language(q) ? 1 : 0;
                }
            }
        }
        return values;
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] even = new double[table.questions()];
        for (int q = 0; q < even.length; q++) {
            double own = own(table, q);
            even[q] = own > 0 && own < 1 ? own : Double.NaN;
        }
        return Map.of(Reference.EVEN, even);
    }

    /** The share of a question's relevant passages that is in its language. */
    private static double own(RankTable table, int q) {
        double own = 0;
        for (int r = 0; r < table.relevant(q); r++) {
            own += table.answer(q, r) == table.language(q) ? 1 : 0;
        }
        return own / table.relevant(q);
    }
}
