package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;

/**
 * The tests and intervals on simulated runs whose truth is known: how often they are wrong is how
 * often they say they are.
 *
 * <p>{@code -Dsimulations=2000} simulates more; the rates are printed. A rate is held against its
 * nominal value within three binomial standard deviations.
 */
class KnownTruthTest {
    private static final int SIMULATIONS = Integer.getInteger("simulations", 200);
    private static final double ALPHA = .05;

    /** Questions whose translations are right and wrong together. */
    private static final SimulatedRuns CLUSTERED = new SimulatedRuns(60, 4, .7, 1, 0);

    /** The same, trained with seeds that matter as much as questions do. */
    private static final SimulatedRuns SEEDED = new SimulatedRuns(60, 3, .7, 1, .25);

    private final SplittableRandom random = new SplittableRandom(20_261_123);

    @Test
    void rejectsATrueNullAsOftenAsItSays() {
        double rate =
                rate("false positives, clustered by question", i -> rejects(i, CLUSTERED, false));

        assertThat(rate).isBetween(ALPHA - band(ALPHA), ALPHA + band(ALPHA));
    }

    @Test
    void wouldRejectTooOftenIfTranslationsWereQuestionsOfTheirOwn() {
        double rate =
                rate("false positives, every translation alone", i -> rejects(i, CLUSTERED, true));

        assertThat(rate).isGreaterThan(ALPHA + band(ALPHA));
    }

    @Test
    void rejectsATrueNullOverSeedsNotMoreOftenThanItSays() {
        double rate =
                rate(
                        "false positives, three seeds a side",
                        i -> {
                            List<List<RunScores>> sides = SEEDED.sides(random, 3, 0, false);
                            return compare(sides, i).p() <= ALPHA;
                        });

        // Three seeds are few: the test may be shy, but must not be bold.
        assertThat(rate).isLessThan(ALPHA + band(ALPHA));
    }

    @Test
    void wouldRejectTooOftenIfSeedsWereNotCounted() {
        double rate =
                rate(
                        "false positives, one seed a side where seeds matter",
                        i -> compare(SEEDED.sides(random, 1, 0, false), i).p() <= ALPHA);

        assertThat(rate).isGreaterThan(ALPHA + band(ALPHA));
    }

    @Test
    void findsTheMinimalDetectableDifferenceFourTimesInFive() {
        int clusters = 80;
        double deviation = .3;
        double error = deviation / Math.sqrt(clusters);
        Variance variance = new Variance(error * error, clusters - 1, 0, 0, 0, 0);
        double detectable = new Power(error, variance, ALPHA).minimalDetectable();
        double[] reported = new double[SIMULATIONS];
        double rate =
                rate(
                        "power at the minimal detectable difference",
                        i -> {
                            RunScores a = new RunScores("a", Set.of());
                            RunScores b = new RunScores("b", Set.of());
                            for (int k = 0; k < clusters; k++) {
                                double base = random.nextGaussian();
                                double d = detectable + deviation * random.nextGaussian();
                                a.add(score(k, base + d));
                                b.add(score(k, base));
                            }
                            Quantity mono = Quantity.macro("map", Scope.MONOLINGUAL);
                            Comparison found =
                                    new PairedComparison(settings(i))
                                            .of(List.of(a), List.of(b), List.of(mono))
                                            .get(0);
                            reported[i] = found.minimalDetectable() / detectable;
                            return found.p() <= ALPHA;
                        });

        assertThat(rate).isBetween(.8 - band(.8), .8 + band(.8));
        assertThat(Arrays.stream(reported).average().orElseThrow()).isBetween(.97, 1.03);
    }

    @Test
    void holdsTheTruthInItsIntervals() {
        double truth = CLUSTERED.truth(random);
        double ofRun =
                rate(
                        "95 % intervals of a run that hold the truth",
                        i -> {
                            List<List<RunScores>> sides = CLUSTERED.sides(random, 1, 0, false);
                            return compare(sides, i).a().interval().contains(truth);
                        });
        double ofDifference =
                rate(
                        "95 % intervals of a difference that hold the truth",
                        i -> {
                            List<List<RunScores>> sides = CLUSTERED.sides(random, 1, 0, false);
                            return compare(sides, i).difference().contains(0);
                        });

        // BCa is right to the second order, which at 60 questions is about a point too few.
        assertThat(ofRun).isBetween(.94 - band(.94), .95 + band(.95));
        assertThat(ofDifference).isBetween(.94 - band(.94), .95 + band(.95));
    }

    @Test
    void holdsTheTruthInItsIntervalsOverSeeds() {
        double rate =
                rate(
                        "95 % intervals of a difference over three seeds that hold the truth",
                        i -> {
                            List<List<RunScores>> sides = SEEDED.sides(random, 3, 0, false);
                            return compare(sides, i).difference().contains(0);
                        });

        assertThat(rate).isGreaterThan(.95 - band(.95));
    }

    private boolean rejects(int simulation, SimulatedRuns runs, boolean byQuestion) {
        return compare(runs.sides(random, 1, 0, byQuestion), simulation).p() <= ALPHA;
    }

    private static Comparison compare(List<List<RunScores>> sides, int simulation) {
        return new PairedComparison(settings(simulation))
                .of(sides.get(0), sides.get(1), List.of(SimulatedRuns.MACRO))
                .get(0);
    }

    private static TestSettings settings(int simulation) {
        return new TestSettings(999, simulation, 1 - ALPHA);
    }

    private static Score score(int question, double value) {
        String id = "q" + question;
        return new Score(id, id, new Lang("en"), "en", "map", value);
    }

    /** How often something happens; the index is the simulation's. */
    private static double rate(String what, Predicate<Integer> happens) {
        int count = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            count += happens.test(i) ? 1 : 0;
        }
        double rate = (double) count / SIMULATIONS;
        System.out.printf(Locale.ROOT, "%s: %.4f of %,d%n", what, rate, SIMULATIONS);
        return rate;
    }

    /** Three binomial standard deviations. */
    private static double band(double share) {
        return 3 * Math.sqrt(share * (1 - share) / SIMULATIONS);
    }
}
