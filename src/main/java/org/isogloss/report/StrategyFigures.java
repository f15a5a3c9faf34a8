package org.isogloss.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.AlphaCurve;
import org.isogloss.figure.Figure;
import org.isogloss.figure.ParetoFront;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RankDistanceByLanguage;
import org.isogloss.figure.RankDistanceByLanguage.Estimate;
import org.isogloss.figure.ScoreByLanguage;
import org.isogloss.figure.StrategyMeans;

/**
 * A collection's figures that hold all strategies in one.
 *
 * @param shares how many different shares of monolingual batches were scored
 */
public record StrategyFigures(
        Figure multilingualByLanguage,
        Figure monolingualByLanguage,
        Figure alphaCurve,
        Figure paretoFront,
        int shares) {
    /** So many shares of monolingual batches make a curve. */
    public static final int LEAST_SHARES = 3;

    /** True if there are enough shares of monolingual batches for a curve. */
    public boolean curve() {
        return shares >= LEAST_SHARES;
    }

    /** The figures of what was scored on a collection, by at least one strategy. */
    public static StrategyFigures of(StudySnapshot study, List<StrategyScores> scores) {
        StrategyScores one = scores.get(0);
        String all = "pools of one language, and of all";
        String own = "pool of the question language";
        String pool = "multilingual pool";
        List<Lang> languages = one.languages();
        List<StrategyMeans> means = scores.stream().map(StrategyFigures::means).toList();
        long shares =
                means.stream()
                        .map(StrategyMeans::alpha)
                        .filter(OptionalDouble::isPresent)
                        .distinct()
                        .count();
        return new StrategyFigures(
                new ScoreByLanguage(
                        ScoreByLanguage.Search.MULTILINGUAL,
                        languages,
                        series(scores, Evaluation::multilingualMap),
                        provenance(study, scores, pool, one.candidates())),
                new ScoreByLanguage(
                        ScoreByLanguage.Search.MONOLINGUAL,
                        languages,
                        series(scores, StrategyFigures::monolingual),
                        provenance(study, scores, own, 0)),
                new AlphaCurve(means, provenance(study, scores, all, one.candidates())),
                new ParetoFront(means, provenance(study, scores, all, one.candidates())),
                Math.toIntExact(shares));
    }

    private static Map<Lang, Double> monolingual(Evaluation evaluation) {
        Map<Lang, Double> scores = new LinkedHashMap<>();
        for (Lang lang : evaluation.map().questionLanguages()) {
            if (evaluation.map().answerLanguages().contains(lang)) {
                scores.put(lang, evaluation.map().value(lang, lang));
            }
        }
        return scores;
    }

    private static List<RankDistanceByLanguage.Series> series(
            List<StrategyScores> scores, Function<Evaluation, Map<Lang, Double>> measure) {
        return scores.stream()
                .map(
                        one ->
                                new RankDistanceByLanguage.Series(
                                        one.name(), one.style(), estimates(one, measure)))
                .toList();
    }

    private static Map<Lang, Estimate> estimates(
            StrategyScores one, Function<Evaluation, Map<Lang, Double>> measure) {
        Map<Lang, Estimate> estimates = new LinkedHashMap<>();
        one.byLanguage(measure)
                .forEach(
                        (lang, spread) -> {
                            if (!Double.isNaN(spread.mean())) {
                                estimates.put(
                                        lang, Estimate.around(spread.mean(), spread.deviation()));
                            }
                        });
        return estimates;
    }

    private static StrategyMeans means(StrategyScores one) {
        SeedSpread spread = one.macro();
        Macro mean = spread.mean();
        Macro deviation = spread.deviation();
        return new StrategyMeans(
                one.name(),
                one.style(),
                one.alpha(),
                Estimate.around(mean.monolingualMap(), deviation.monolingualMap()),
                Estimate.around(mean.crossLingualMap(), deviation.crossLingualMap()),
                Estimate.around(mean.multilingualMap(), deviation.multilingualMap()),
                mean.rankDistance());
    }

    private static Provenance provenance(
            StudySnapshot study, List<StrategyScores> scores, String protocol, int candidates) {
        StrategyScores one = scores.get(0);
        String seeds = StrategyScores.seedsInWords(scores);
        return new Provenance(
                        one.collection(),
                        protocol,
                        candidates,
                        one.questionsPerLanguage(),
                        one.seeds().size() == 1 ? seeds : seeds + " ±1 s.d.",
                        StrategyScores.zeroShot(scores))
                .by(study.sources(scores));
    }
}
