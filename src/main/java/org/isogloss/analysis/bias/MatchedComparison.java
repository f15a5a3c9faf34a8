package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;

/**
 * Two runs' bias at equal effectiveness, so that a model is not called fair for being bad, nor for
 * being better.
 *
 * @param measure the measure's id
 * @param matches the comparison as it is and matched in two ways
 */
public record MatchedComparison(String measure, List<Match> matches) {
    private static final int PRECISION_BINS = 20;
    private static final int BINS_A_DOUBLING = 4;
    private static final int BINS = BINS_A_DOUBLING * Integer.SIZE;

    /** Which questions are compared with which. */
    public enum Matching {
        /** Every question of one run with every question of the other, in its language. */
        NONE("as they are", "Means over all questions of a language; mean over languages."),
        /** Questions of like average precision. */
        AVERAGE_PRECISION(
                "at equal AP",
                "Within a language, questions are put into twenty bins by their average precision"
                        + " in the multilingual pool (0 to .05, ..., .95 to 1), each run's by its"
                        + " own; means are taken within bins and added up with the lesser of the"
                        + " two runs' numbers of questions as weight, so that both have the same"
                        + " average precisions to within a bin. Trap: average precision looks at"
                        + " the best answers most, so that a better model's worst answers may"
                        + " still stand higher; and it falls with rank distance itself, so that"
                        + " part of the bias is matched away."),
        /** Questions whose answers stand at like ranks on the whole. */
        MEAN_RANK(
                "at equal mean rank",
                "As by average precision, but by the geometric mean of the ranks of a question's"
                        + " relevant passages in the multilingual pool, four bins to each doubling:"
                        + " the answers stand as high on the whole, and what is compared is how"
                        + " they are spread. Trap: that mean grows with the spread too."),
        /** The same question, its best answer at the same rank. */
        BEST_RANK(
                "at equal best rank",
                "The same question in both runs, kept if the best of its relevant passages has the"
                        + " same rank in the multilingual pool. Trap: hard questions, which the"
                        + " runs find at different ranks, drop out.");

        private final String words;
        private final String definition;

        Matching(String words, String definition) {
            this.words = words;
            this.definition = definition;
        }

        /** What it is called. */
        public String words() {
            return words;
        }

        /** What it does, and its trap. */
        public String definition() {
            return definition;
        }
    }

    /**
     * One way to compare.
     *
     * @param matching which questions are compared
     * @param questions how many questions of each run there are, weights added up
     * @param first the first run's mean
     * @param second the second run's mean
     * @param difference first minus second
     * @param firstMap the first run's mean average precision over the same questions
     * @param secondMap the second run's
     */
    public record Match(
            Matching matching,
            double questions,
            Estimate first,
            Estimate second,
            Estimate difference,
            double firstMap,
            double secondMap) {}

    public MatchedComparison {
        matches = List.copyOf(matches);
    }

    /**
     * Compares two runs in every measure that is a mean over questions and has a number in both.
     *
     * @throws BadInputException if they are not of the same questions and pool
     */
    public static List<MatchedComparison> all(
            RankTable first, RankTable second, BiasOptions options) {
        int[] partners = partners(first, second);
        List<MatchedComparison> comparisons = new ArrayList<>();
        for (BiasMeasure measure : BiasMeasures.all()) {
            if (measure instanceof QuestionMeasure each && each.centre(options) == Centre.MEAN) {
                Pairs pairs = new Pairs(first, second, partners, each, options);
                if (pairs.language.length > 0) {
                    comparisons.add(pairs.compare(options));
                }
            }
        }
        return comparisons;
    }

    /** The place in the second of each question of the first. */
    private static int[] partners(RankTable first, RankTable second) {
        Map<String, Integer> places = new HashMap<>();
        for (int q = 0; q < second.questions(); q++) {
            places.put(second.id(q), q);
        }
        int[] partners = new int[first.questions()];
        boolean same =
                first.questions() == second.questions()
                        && first.languages().equals(second.languages());
        for (int lang = 0; same && lang < first.languages().size(); lang++) {
            same = first.candidates(lang) == second.candidates(lang);
        }
        for (int q = 0; same && q < partners.length; q++) {
            Integer place = places.get(first.id(q));
            same = place != null && first.relevant(q) == second.relevant(place);
            partners[q] = same ? place : -1;
        }
        if (!same) {
            throw new BadInputException(
                    "the two runs were not scored on the same questions and candidates; compare"
                            + " results on one collection, read alike");
        }
        return partners;
    }

    /** The questions of two runs that have a number in both. */
    private static final class Pairs {
        private final String measure;
        private final int languages;
        private final int clusters;
        private final int[] language;
        private final int[] cluster;
        private final double[][] values = new double[2][];
        private final double[][] precision = new double[2][];
        private final double[][] meanRank = new double[2][];
        private final int[][] best = new int[2][];

        Pairs(
                RankTable first,
                RankTable second,
                int[] partners,
                QuestionMeasure measure,
                BiasOptions options) {
            this.measure = measure.id();
            languages = first.languages().size();
            clusters = first.clusters();
            double[] ofFirst = measure.values(first, options);
            double[] ofSecond = measure.values(second, options);
            int[] kept =
                    IntStream.range(0, partners.length)
                            .filter(q -> !Double.isNaN(ofFirst[q] + ofSecond[partners[q]]))
                            .toArray();
            language = new int[kept.length];
            cluster = new int[kept.length];
            for (int run = 0; run < 2; run++) {
                values[run] = new double[kept.length];
                precision[run] = new double[kept.length];
                meanRank[run] = new double[kept.length];
                best[run] = new int[kept.length];
            }
            for (int i = 0; i < kept.length; i++) {
                int q = kept[i];
                int partner = partners[q];
                language[i] = first.language(q);
                cluster[i] = first.cluster(q);
                values[0][i] = ofFirst[q];
                values[1][i] = ofSecond[partner];
                precision[0][i] = first.averagePrecision(q);
                precision[1][i] = second.averagePrecision(partner);
                meanRank[0][i] = first.meanLogRank(q);
                meanRank[1][i] = second.meanLogRank(partner);
                best[0][i] = first.bestRank(q);
                best[1][i] = second.bestRank(partner);
            }
        }

        MatchedComparison compare(BiasOptions options) {
            List<Match> matches = new ArrayList<>();
            for (Matching matching : Matching.values()) {
                List<Estimate> found =
                        new ClusterBootstrap(clusters, options)
                                .estimates(weights -> means(matching, weights));
                matches.add(
                        new Match(
                                matching,
                                found.get(0).value(),
                                found.get(1),
                                found.get(2),
                                found.get(3),
                                found.get(4).value(),
                                found.get(5).value()));
            }
            return new MatchedComparison(measure, matches);
        }

        /** Questions, first, second, difference, mAP of the first and of the second. */
        private double[] means(Matching matching, int[] weights) {
            Bins bins = new Bins(languages);
            for (int i = 0; i < language.length; i++) {
                int weight = weights[cluster[i]];
                if (matching == Matching.BEST_RANK && best[0][i] != best[1][i]) {
                    continue;
                }
                for (int run = 0; run < 2; run++) {
                    int bin = bin(matching, run, i);
                    bins.add(run, language[i], bin, weight, values[run][i], precision[run][i]);
                }
            }
            return bins.means();
        }

        private int bin(Matching matching, int run, int i) {
            return switch (matching) {
                case NONE, BEST_RANK -> 0;
                case AVERAGE_PRECISION ->
                        Math.min(PRECISION_BINS - 1, (int) (precision[run][i] * PRECISION_BINS));
                case MEAN_RANK -> (int) (meanRank[run][i] / Math.log(2) * BINS_A_DOUBLING);
            };
        }
    }

    /** Sums by run, language and bin. */
    private static final class Bins {
        private final double[][][] counts;
        private final double[][][] sums;
        private final double[][][] precisions;

        Bins(int languages) {
            counts = new double[2][languages][BINS];
            sums = new double[2][languages][BINS];
            precisions = new double[2][languages][BINS];
        }

        void add(int run, int lang, int bin, double weight, double value, double precision) {
            counts[run][lang][bin] += weight;
            sums[run][lang][bin] += weight * value;
            precisions[run][lang][bin] += weight * precision;
        }

        double[] means() {
            double[] means = new double[6];
            int found = 0;
            for (int lang = 0; lang < counts[0].length; lang++) {
                double all = 0;
                double[] ofLanguage = new double[4];
                for (int bin = 0; bin < BINS; bin++) {
                    double weight = Math.min(counts[0][lang][bin], counts[1][lang][bin]);
                    for (int run = 0; weight > 0 && run < 2; run++) {
                        double share = weight / counts[run][lang][bin];
                        ofLanguage[run] += share * sums[run][lang][bin];
                        ofLanguage[2 + run] += share * precisions[run][lang][bin];
                    }
                    all += weight;
                }
                if (all > 0) {
                    found++;
                    means[0] += all;
                    means[1] += ofLanguage[0] / all;
                    means[2] += ofLanguage[1] / all;
                    means[4] += ofLanguage[2] / all;
                    means[5] += ofLanguage[3] / all;
                }
            }
            for (int i = 1; i < means.length; i++) {
                means[i] /= found;
            }
            means[3] = means[1] - means[2];
            return means;
        }
    }
}
