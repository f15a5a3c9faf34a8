package org.isogloss.analysis.bias;

import java.util.List;

/** How much more of the top is in the question's language than of the pool. */
final class SameLanguageBias implements QuestionMeasure {
    @Override
    public String id() {
        return "same_language_bias";
    }

    @Override
    public String name() {
        return "Same-language bias";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Direction direction() {
        return Direction.ZERO;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "Share of the k best hits that is in the question's language minus the share of"
                        + " the pool that is.",
                "SLB@k = mean_q [ #{hits 1..k in lang(q)} / k ] - N_lang(q) / N",
                "After the same-language bias of MultiClaim (EMNLP 2023), whose formula is not"
                        + " published; this one is our definition.",
                "Minus the pool's share to 1 minus it; 0 is an even hand.",
                "The right answers are even over languages where each has one, whatever the pool's"
                        + " shares: with k no greater than their number, compare with 1/L too.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            int depth = Exposure.depth(table, q, options);
            int own = table.language(q);
            double hits = 0;
            for (int i = 0; i < depth; i++) {
                hits += table.hitLanguage(q, i) == own ? 1 : 0;
            }
            values[q] = table.candidates(own) > 0 ? hits / depth - table.share(own) : Double.NaN;
        }
        return values;
    }

    @Override
    public List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        return Exposure.tooFew(table, options);
    }
}
