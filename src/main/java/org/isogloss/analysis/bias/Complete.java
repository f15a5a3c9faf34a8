package org.isogloss.analysis.bias;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often the first hits show the answer in every language. */
final class Complete implements QuestionMeasure {
    @Override
    public String id() {
        return "complete";
    }

    @Override
    public String name() {
        return "Complete@k";
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
                "Share of questions whose relevant passages, in all languages, are all among the k"
                        + " best of the multilingual pool; where more than k are relevant, among as"
                        + " many of the best.",
                "Complete@k = mean_q [ max_r rank_q(r) <= max(k, n_q) ]",
                "Hong et al., arXiv 2604.05684, there for pools of English and one other language;"
                        + " the pool of all languages and k of at least n_q are our choice.",
                "0 to 1, where 1 is best.",
                "One answer that is missed spoils a question, so it is low for a model that is bad"
                        + " without being unfair, and falls as languages are added; read it beside"
                        + " Max-rank and choose k well above the number of languages.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        Arrays.fill(values, Double.NaN);
        for (int q = 0; q < values.length; q++) {
            if (table.answerLanguages(q) > 1) {
                values[q] = table.worstRank(q) <= depth(table, q, options) ? 1 : 0;
            }
        }
        return values;
    }

    /** Random ranking shows n of N passages among the k best with (k over n) / (N over n). */
    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] random = new double[table.questions()];
        Arrays.fill(random, Double.NaN);
        for (int q = 0; q < random.length; q++) {
            if (table.answerLanguages(q) > 1) {
                random[q] = 1;
                for (int i = 0; i < table.relevant(q); i++) {
                    double share = (depth(table, q, options) - i) / (double) (table.pool() - i);
                    random[q] *= Math.min(1, share);
                }
            }
        }
        return Map.of(Reference.RANDOM, random);
    }

    /** Resampling zeros gives zeros; the bound is Hanley and Lippman-Hand's (JAMA 249, 1983). */
    @Override
    public List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        boolean none = Arrays.stream(values).noneMatch(value -> value > 0);
        boolean any = Arrays.stream(values).anyMatch(value -> value == 0);
        return none && any
                ? List.of(
                        String.format(
                                Locale.ROOT,
                                "No question is complete, so that the interval says nothing: with"
                                        + " %,d parallel questions the share may still be as great"
                                        + " as %.4f (rule of three).",
                                table.clusters(),
                                Math.min(1, 3.0 / table.clusters())))
                : List.of();
    }

    private static int depth(RankTable table, int q, BiasOptions options) {
        return Math.max(options.cutoff(), table.relevant(q));
    }
}
