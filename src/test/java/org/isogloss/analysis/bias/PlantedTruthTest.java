package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;

/** Rankings of which the truth is known, because they were made from it. */
class PlantedTruthTest {
    private static final List<Lang> LANGS =
            Stream.of("ar", "de", "en", "es", "hi").map(Lang::new).toList();
    private static final int POOL = 2_000_000_000;

    /** ln rank = 9 + effects + noise; ranks so great that rounding does not matter. */
    private static RankTable ranks(
            int questions, double[] asked, double[] answer, double same, long seed) {
        Random random = new Random(seed);
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            double difficulty = random.nextGaussian();
            for (int a = 0; a < LANGS.size(); a++) {
                // What a question is in one language is common to its answers: a cluster matters.
                double wording = 0.5 * random.nextGaussian();
                List<RelevantRank> ranks = new ArrayList<>();
                for (int b = 0; b < LANGS.size(); b++) {
                    double log =
                            9 + asked[a] + answer[b] + (a == b ? same : 0) + difficulty + wording;
                    int rank = (int) Math.round(Math.exp(log + 0.7 * random.nextGaussian()));
                    ranks.add(new RelevantRank("p" + b, LANGS.get(b), 1, 1, Math.max(1, rank)));
                }
                rankings.add(
                        new Ranking(
                                new Question(i + "_" + a, "" + i, LANGS.get(a), ""),
                                ranks,
                                List.of()));
            }
        }
        Map<Lang, Integer> candidates = new TreeMap<>();
        LANGS.forEach(lang -> candidates.put(lang, POOL / LANGS.size()));
        return new RankTable(new Rankings(candidates, rankings));
    }

    private static BiasResult effects(RankTable table, int resamples) {
        return new SameLanguageEffect().of(table, new BiasOptions(10, 20, 0.1, resamples, 1));
    }

    @Test
    void findsThePlantedEffectsOfLanguages() {
        double[] asked = {0.3, -0.1, -0.4, 0, 0.2};
        double[] answer = {-0.2, 0.5, 0, -0.1, -0.2};
        BiasResult result = effects(ranks(400, asked, answer, -0.6, 1), 400);
        assertThat(result.macro().value()).isCloseTo(-0.6, within(0.06));
        assertThat(result.macro().interval().low()).isLessThan(-0.6);
        assertThat(result.macro().interval().high()).isBetween(-0.6, 0.0);
        List<Double> found =
                result.effects().stream().map(effect -> effect.estimate().value()).toList();
        for (int i = 0; i < LANGS.size(); i++) {
            assertThat(found.get(1 + i)).isCloseTo(asked[i], within(0.1));
            assertThat(found.get(6 + i)).isCloseTo(answer[i], within(0.1));
        }
        assertThat(found.get(12)).isCloseTo(1, within(0.15)); // of questions, and some wording
        assertThat(found.get(13)).isCloseTo(Math.sqrt(0.49 + 0.25), within(0.05));
    }

    /** 95% intervals of 100 data sets miss the truth about 5 times; 13 or more once in 1,000. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        double[] none = new double[LANGS.size()];
        int missed = 0;
        for (int seed = 0; seed < 100; seed++) {
            Interval interval = effects(ranks(60, none, none, 0, seed), 300).macro().interval();
            missed += interval.low() > 0 || interval.high() < 0 ? 1 : 0;
        }
        assertThat(missed).isLessThan(14);
    }

    @Test
    void aRandomRankingHasTheExpectedNumbers() {
        RankTable table = new RankTable(new Simulation(300, 1, 0, 0, 0).rankings(5));
        // So many that a random ranking has all four answers among them now and then.
        BiasOptions options = new BiasOptions(150, 20, 0.1, 1000, 1);
        for (BiasMeasure measure : BiasMeasures.all()) {
            BiasResult result = measure.of(table, options);
            for (Reference reference : result.references()) {
                if (reference.name().equals(Reference.RANDOM) && !isPooled(measure)) {
                    isInside(measure, reference.macro(), result.macro().interval());
                }
            }
            if (measure.direction() == BiasMeasure.Direction.ZERO) {
                isInside(measure, 0, result.macro().interval());
            }
        }
        isInside("language_preference", 0.25, table, options);
        isInside("own_language_1", 0.25, table, options);
        isInside("same_language_bias", 0, table, options);
    }

    /** Resampling adds spread to a share of variance, so that its interval lies above its mean. */
    private static boolean isPooled(BiasMeasure measure) {
        return measure.id().equals("rank_language_effect");
    }

    private static void isInside(String id, double truth, RankTable table, BiasOptions options) {
        BiasMeasure measure = BiasMeasures.byId(id).orElseThrow();
        isInside(measure, truth, measure.of(table, options).macro().interval());
    }

    private static void isInside(BiasMeasure measure, double truth, Interval interval) {
        // Twice as wide as 95%, since many are looked at: 3.9 standard errors to each side.
        double half = (interval.high() - interval.low()) / 2;
        assertThat(truth).as(measure.id()).isBetween(interval.low() - half, interval.high() + half);
    }
}
