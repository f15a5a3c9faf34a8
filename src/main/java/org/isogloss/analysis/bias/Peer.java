package org.isogloss.analysis.bias;

import java.util.List;
import java.util.Locale;

/** The probability of expected equal rank: a test of fairness to languages for each question. */
final class Peer implements QuestionMeasure {
    @Override
    public String id() {
        return "peer";
    }

    @Override
    public String name() {
        return "PEER";
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
                "Mean over questions of the p-value of the Kruskal-Wallis test that the question's"
                        + " relevant passages have the same expected rank in every language. Ranks"
                        + " below the cutoff k are tied at k + 1.",
                "PEER@k = mean_q P( chi2_{G-1} >= H_q ), H_q of min(rank, k + 1) grouped by"
                        + " language, G the languages of q's relevant passages",
                "Yang et al. 2024, arXiv 2405.00978, with all weight on the relevant passages and"
                        + " ranks taken among them as the test has it (their code takes the ranks"
                        + " in the pool).",
                "0 to 1, where 1 is fairest; chance alone gives about .5.",
                "With one relevant passage in each language H is G - 1 whatever the ranks, so that"
                        + " the number says nothing of fairness: .4405 for 11 languages, .3916 for"
                        + " 4, .3679 for 3, .3173 for 2. A cutoff does not mend it: it only adds"
                        + " questions of which nothing is found, which count as 1, so that a worse"
                        + " model looks fairer. Such questions are left out; see the language"
                        + " effect on ranks, the same test over all questions at once.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        int cutoff = options.peerCutoff() == 0 ? Integer.MAX_VALUE - 1 : options.peerCutoff();
        for (int q = 0; q < values.length; q++) {
            int size = table.relevant(q);
            int groups = table.answerLanguages(q);
            if (groups < 2 || groups == size) {
                values[q] = Double.NaN;
                continue;
            }
            int[] ranks = new int[size];
            int[] languages = new int[size];
            for (int r = 0; r < size; r++) {
                ranks[r] = Math.min(table.inPool(q, r), cutoff + 1);
                languages[r] = table.answer(q, r);
            }
            values[q] =
                    KruskalWallis.ofUnsorted(ranks, languages, table.languages().size())
                            .probability();
        }
        return values;
    }

    @Override
    public List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        int told = 0;
        int constant = 0;
        int most = 0;
        for (int q = 0; q < values.length; q++) {
            boolean several = table.answerLanguages(q) > 1;
            told += Double.isNaN(values[q]) ? 0 : 1;
            constant += several && Double.isNaN(values[q]) ? 1 : 0;
            most = several && Double.isNaN(values[q]) ? Math.max(most, table.relevant(q)) : most;
        }
        if (told + constant == 0) {
            return List.of("No number: no question has relevant passages in two languages.");
        }
        if (constant == 0) {
            return List.of();
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s%,d of %,d questions have one relevant passage in each language, where"
                                + " PEER is a constant, %.4f with %d languages, whatever the"
                                + " ranks.",
                        told == 0 ? "No number: " : "",
                        constant,
                        told + constant,
                        new ChiSquare(most - 1).survival(most - 1),
                        most));
    }
}
