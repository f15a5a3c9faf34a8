package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isogloss.corpus.Lang;

/** How much of the ranks of right answers their language explains, over all questions at once. */
final class RankLanguageEffect implements BiasMeasure {
    @Override
    public String id() {
        return "rank_language_effect";
    }

    @Override
    public String name() {
        return "Language effect on ranks";
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
                "PEER's test over all questions of a language at once: the share of the variance of"
                        + " the relevant passages' ranks that their language explains.",
                "e2 = H / (n - 1), H of Kruskal-Wallis over the n ranks in the pool of all relevant"
                        + " passages, grouped by their language",
                "PEER's test (arXiv 2405.00978) pooled over questions; the effect size is epsilon"
                        + " squared of Kelley 1935. The pooling is our definition.",
                "0 to 1; 0 is an even hand, and chance gives (G - 1)/(n - 1) with G languages.",
                "Small values are the rule, since questions differ far more than languages; compare"
                        + " them with each other. The ranks of one question depend on each other,"
                        + " so that no p-value is given.");
    }

    @Override
    public BiasResult of(RankTable table, BiasOptions options) {
        List<Pooled> pooled = new ArrayList<>();
        for (int lang = 0; lang < table.languages().size(); lang++) {
            pooled.add(new Pooled(table, lang));
        }
        BiasResult result =
                BiasResult.of(
                        table,
                        options,
                        weights -> pooled.stream().mapToDouble(p -> p.effect(weights)).toArray());
        Map<Lang, Double> chance = new LinkedHashMap<>();
        double sum = 0;
        for (Lang lang : result.byQuestionLanguage().keySet()) {
            double expected = pooled.get(table.languages().indexOf(lang)).chance();
            chance.put(lang, expected);
            sum += expected;
        }
        return result.byQuestionLanguage().isEmpty()
                ? BiasResult.none("No number: no question has relevant passages in two languages.")
                : result.withReferences(
                        List.of(new Reference(Reference.RANDOM, sum / chance.size(), chance)));
    }

    /** The relevant passages of one language's questions, by rank. */
    private static final class Pooled {
        private static final int LANGUAGE_BITS = 10;
        private static final int CLUSTER_BITS = 22;
        private final double[] ranks; // ascending
        private final int[] answers;
        private final int[] clusters;
        private final int languages;

        Pooled(RankTable table, int lang) {
            languages = table.languages().size();
            // Rank and place in one number, so that no object is made for each of many passages.
            long[] places =
                    IntStream.range(0, table.questions())
                            .filter(q -> table.language(q) == lang && table.answerLanguages(q) > 1)
                            .boxed()
                            .flatMapToLong(
                                    q ->
                                            IntStream.range(0, table.relevant(q))
                                                    .mapToLong(r -> place(table, q, r)))
                            .sorted()
                            .toArray();
            ranks = new double[places.length];
            answers = new int[places.length];
            clusters = new int[places.length];
            for (int i = 0; i < places.length; i++) {
                ranks[i] = places[i] >>> (LANGUAGE_BITS + CLUSTER_BITS);
                answers[i] = (int) places[i] & ((1 << LANGUAGE_BITS) - 1);
                clusters[i] = (int) (places[i] >>> LANGUAGE_BITS) & ((1 << CLUSTER_BITS) - 1);
            }
        }

        private static long place(RankTable table, int q, int r) {
            long first = ((long) table.inPool(q, r) << CLUSTER_BITS) | table.cluster(q);
            return (first << LANGUAGE_BITS) | table.answer(q, r);
        }

        double effect(int[] weights) {
            double[] each = new double[ranks.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = weights[clusters[i]];
            }
            KruskalWallis test = KruskalWallis.of(ranks, answers, each, languages);
            return test.groups() < 2 ? Double.NaN : test.h() / (test.count() - 1);
        }

        double chance() {
            long groups = IntStream.of(answers).distinct().count();
            return (groups - 1.0) / (ranks.length - 1);
        }
    }
}
