package org.isogloss.analysis.bias;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far apart the answers to one question stand that say the same in different languages. */
final class RankDistance implements QuestionMeasure {
    private static final String RANGE =
            "From the number of relevant passages minus 1 to the pool's size minus 1; all passages"
                    + " ranked at random give a mean of (N + 1)(n - 1)/(n + 1).";
    private static final String TRAP =
            "A better model has a smaller distance even if it favours a language as much; compare"
                    + " models at equal effectiveness.";

    /** How distances are summed up. */
    enum Kind {
        MEAN("", ""),
        MEDIAN("_median", ", median"),
        TRIMMED("_trimmed", ", trimmed mean"),
        LOG("_log", ", geometric mean");

        private final String suffix;
        private final String words;

        Kind(String suffix, String words) {
            this.suffix = suffix;
            this.words = words;
        }
    }

    private final Kind kind;

    RankDistance(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return "rank_distance" + kind.suffix;
    }

    @Override
    public String name() {
        return "Rank distance" + kind.words;
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
        return switch (kind) {
            case MEAN ->
                    new Explanation(
                            "Mean over questions of the difference between the greatest and the"
                                    + " least rank of the question's relevant passages in the"
                                    + " multilingual pool.",
                            "RD = mean_q [ max_r rank_q(r) - min_r rank_q(r) ]",
                            "arXiv 2408.10536, footnote 6, after Huang et al. 2023 (KD-SPD).",
                            RANGE,
                            "A few questions with one answer far down make up most of the mean;"
                                    + " read the median beside it. "
                                    + TRAP);
            case MEDIAN ->
                    new Explanation(
                            "Median over questions of the rank distance: half of the questions"
                                    + " have a smaller one.",
                            "median_q [ max_r rank_q(r) - min_r rank_q(r) ]",
                            Explanation.OURS,
                            RANGE,
                            TRAP);
            case TRIMMED ->
                    new Explanation(
                            "Mean rank distance without the questions of the greatest and those of"
                                    + " the least distance.",
                            "mean of the sorted distances without floor(trim * Q) at each end",
                            Explanation.OURS,
                            RANGE,
                            "What is left out are the questions that some language fails. " + TRAP);
            case LOG ->
                    new Explanation(
                            "Geometric mean over questions of the rank distance, that is, exp of"
                                    + " the mean of its logarithm: a distance of 10 for 100 counts"
                                    + " as much as one of 100 for 1,000.",
                            "exp( mean_q ln[ max_r rank_q(r) - min_r rank_q(r) ] )",
                            Explanation.OURS,
                            RANGE,
                            TRAP);
        };
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            values[q] =
                    table.answerLanguages(q) > 1
                            ? table.worstRank(q) - table.bestRank(q)
                            : Double.NaN;
        }
        return values;
    }

    @Override
    public Centre centre(BiasOptions options) {
        return switch (kind) {
            case MEAN -> Centre.MEAN;
            case MEDIAN -> Centre.MEDIAN;
            case TRIMMED -> Centre.trimmed(options.trim());
            case LOG -> Centre.GEOMETRIC;
        };
    }

    @Override
    public Map<String, double[]> references(RankTable table, BiasOptions options) {
        double[] floor = new double[table.questions()];
        double[] random = new double[table.questions()];
        Arrays.fill(floor, Double.NaN);
        Arrays.fill(random, Double.NaN);
        Map<Integer, Double> known = new HashMap<>();
        for (int q = 0; q < floor.length; q++) {
            if (table.answerLanguages(q) > 1) {
                floor[q] = table.relevant(q) - 1;
                random[q] =
                        known.computeIfAbsent(
                                table.relevant(q),
                                n -> random(new RandomRange(table.pool(), n), options));
            }
        }
        Map<String, double[]> references = new LinkedHashMap<>();
        references.put(Reference.FLOOR, floor);
        references.put(Reference.RANDOM, random);
        return references;
    }

    private double random(RandomRange range, BiasOptions options) {
        return kind == Kind.MEAN ? range.mean() : range.centre(centre(options));
    }
}
