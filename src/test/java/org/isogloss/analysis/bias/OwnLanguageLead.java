package org.isogloss.analysis.bias;

import java.util.Arrays;
import java.util.Map;

/** How many ranks the answer in the question's language stands above the others. */
final class OwnLanguageLead implements QuestionMeasure {
    @Override
    public String id() {
        return "own_language_lead";
    }

    @Override
    public String name() {
        return "Own-language lead";
    }

    @Override
    public String unit() {
        return "ranks";
    }

    @Override
    public Direction direction() {
        return Direction.ZERO;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "Mean over questions of the mean rank of answers in other languages, less that of"
                        + " answers in the question's own, in the multilingual pool.",
                "Lead = mean_q [ mean_{r: lang(r) != lang(q)} rank(r) - mean_{r: lang(r) = lang(q)}"
                        + " rank(r) ]",
                Explanation.OURS,
                "From less than the pool's size below 0 to as much above; 0 is fair.",
                "A few answers that are not found at all outweigh all others; read it beside the"
                        + " trimmed rank distance.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            values[q] = mean(table, q, false) - mean(table, q, true);
        }
        return values;
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] even = values(table, options);
        Arrays.setAll(even, q -> Double.isNaN(even[q]) ? Double.NaN : 0);
        return Map.of(Reference.RANDOM, even);
    }

    /** NaN where a question has no such answer. */
    private static double mean(RankTable table, int q, boolean own) {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < table.relevant(q); r++) {
            if ((table.answer(q, r) == table.language(q)) == own) {
                sum += table.inPool(q, r);
                count++;
            }
        }
        return sum / count;
    }
}
