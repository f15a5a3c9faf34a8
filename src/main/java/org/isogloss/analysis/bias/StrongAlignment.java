package org.isogloss.analysis.bias;

import java.util.List;

/** How often a right answer in another language scores above every wrong one in the own. */
final class StrongAlignment implements QuestionMeasure {
    @Override
    public String id() {
        return "strong_alignment";
    }

    @Override
    public String name() {
        return "Strong alignment rate";
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
                "Share of the relevant passages in other languages that score above every wrong"
                        + " candidate in the question's language, mean over questions.",
                "mean_q mean_{r : lang(r) != lang(q)} [ s(q, r) > max_{wrong w in lang(q)} s(q, w) ]",
                "The strong alignment of Roy et al. 2020 (LAReQA) as a rate; the rate is our"
                        + " definition.",
                "0 to 1, where 1 is best.",
                "It falls as the pool in the question's language grows, since one wrong candidate"
                        + " is enough: languages with more candidates look worse.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            double others = 0;
            double above = 0;
            boolean known = !Double.isNaN(table.bestWrong(q));
            for (int r = 0; r < table.relevant(q); r++) {
                known &= !Double.isNaN(table.score(q, r));
                if (table.answer(q, r) != table.language(q)) {
                    others++;
                    above += table.score(q, r) > table.bestWrong(q) ? 1 : 0;
                }
            }
            values[q] = known ? above / others : Double.NaN;
        }
        return values;
    }

    @Override
    public List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return List.of();
            }
        }
        return List.of(
                "No number: no question has a relevant passage in another language and a wrong"
                        + " candidate in its own.");
    }
}
