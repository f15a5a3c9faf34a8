package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;

/**
 * Scores of two strategies on parallel questions, with a known truth.
 *
 * <p>A score is 1 / rank, as mAP with one answer is: skewed and discrete. The rank's logarithm is
 * the sum of what the question is like for both strategies, what it is like for one of them in all
 * languages (which makes its translations right and wrong together), what a seed does to all
 * questions, and what is left to each question and answer language.
 *
 * @param clusters how many questions, each in every language
 * @param languages how many languages
 * @param questionEffect standard deviation of what a strategy does to a question in all languages
 * @param rest standard deviation of what is left to each score
 * @param seedEffect standard deviation of what a seed does to all questions
 */
record SimulatedRuns(
        int clusters, int languages, double questionEffect, double rest, double seedEffect) {
    static final Quantity MACRO = Quantity.macro("map", Scope.CROSS_LINGUAL);

    private static final List<String> TAGS = List.of("ar", "de", "el", "en", "es", "hi", "ru");

    /**
     * One comparison's runs: side A and side B, each with some seeds.
     *
     * @param byQuestion true to take every question for a cluster of its own, which is wrong
     * @param harder what side B's log ranks have more on average; 0 for no difference
     */
    List<List<RunScores>> sides(
            SplittableRandom random, int seeds, double harder, boolean byQuestion) {
        double[] difficulty = normals(clusters, 1, random);
        List<List<RunScores>> sides = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            double[] effect = normals(clusters, questionEffect, random);
            List<RunScores> runs = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                double shift = seedEffect * random.nextGaussian() + side * harder;
                RunScores run = new RunScores("side " + side, Set.of());
                for (int k = 0; k < clusters; k++) {
                    add(k, difficulty[k] + effect[k] + shift, byQuestion, random, run);
                }
                runs.add(run);
            }
            sides.add(runs);
        }
        return sides;
    }

    private void add(
            int cluster, double hard, boolean byQuestion, SplittableRandom random, RunScores run) {
        for (int q = 0; q < languages; q++) {
            String id = "q" + cluster + "-" + q;
            for (int a = 0; a < languages; a++) {
                if (a != q) {
                    run.add(
                            new Score(
                                    id,
                                    byQuestion ? id : "q" + cluster,
                                    new Lang(TAGS.get(q)),
                                    TAGS.get(a),
                                    "map",
                                    score(hard, random)));
                }
            }
        }
    }

    private double score(double hard, SplittableRandom random) {
        return 1 / Math.max(1, Math.floor(Math.exp(hard + rest * random.nextGaussian())));
    }

    /** The mean score of side A, from very many questions. */
    double truth(SplittableRandom random) {
        int draws = 2_000_000;
        double sum = 0;
        double ofQuestion = Math.hypot(1, Math.hypot(questionEffect, seedEffect));
        for (int i = 0; i < draws; i++) {
            sum += score(ofQuestion * random.nextGaussian(), random);
        }
        return sum / draws;
    }

    private static double[] normals(int count, double deviation, SplittableRandom random) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = deviation * random.nextGaussian();
        }
        return numbers;
    }
}
