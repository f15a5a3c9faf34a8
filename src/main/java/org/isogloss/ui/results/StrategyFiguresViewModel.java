package org.isogloss.ui.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.batch.Hybrid;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.AlphaCurve;
import org.isogloss.figure.Figure;
import org.isogloss.figure.ParetoFront;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RankDistanceByLanguage;
import org.isogloss.figure.RankDistanceByLanguage.Estimate;
import org.isogloss.figure.ScoreByLanguage;
import org.isogloss.figure.StrategyMeans;
import org.isogloss.ui.study.StrategyScores;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.words.Words;

/** Turns the scores on the chosen collection into figures that hold all strategies in one. */
public final class StrategyFiguresViewModel {
    private static final Words WORDS = Words.of(StrategyFiguresViewModel.class);

    /** So many shares of monolingual batches make a curve. */
    static final int LEAST_SHARES = 3;

    private final StudySelection selection;
    private final ReadOnlyObjectWrapper<Optional<Figures>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What is shown of a collection.
     *
     * @param shares how many different shares of monolingual batches were scored
     */
    public record Figures(
            Figure multilingualByLanguage,
            Figure monolingualByLanguage,
            Figure alphaCurve,
            Figure paretoFront,
            int shares) {

        /** True if there are enough shares of monolingual batches for a curve. */
        public boolean curve() {
            return shares >= LEAST_SHARES;
        }
    }

    public StrategyFiguresViewModel(StudySelection selection) {
        this.selection = selection;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        update();
    }

    /** What is shown; empty while nothing has been scored. */
    public ReadOnlyObjectProperty<Optional<Figures>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void update() {
        String collection = selection.collection().get();
        List<StrategyScores> scores =
                collection == null
                        ? List.of()
                        : selection.snapshot().get().scores(collection, selection.backbone().get());
        shown.set(scores.isEmpty() ? Optional.empty() : Optional.of(figures(scores)));
    }

    private Figures figures(List<StrategyScores> scores) {
        StrategyScores one = scores.get(0);
        String all = WORDS.text("strategyFigures.allSettings");
        String own = WORDS.text("strategyFigures.ownPool");
        String pool = WORDS.text("strategyFigures.multilingualPool");
        List<Lang> languages = one.languages();
        List<StrategyMeans> means = scores.stream().map(StrategyFiguresViewModel::means).toList();
        long shares =
                means.stream()
                        .map(StrategyMeans::alpha)
                        .filter(OptionalDouble::isPresent)
                        .distinct()
                        .count();
        return new Figures(
                new ScoreByLanguage(
                        ScoreByLanguage.Search.MULTILINGUAL,
                        languages,
                        series(scores, Evaluation::multilingualMap),
                        provenance(scores, pool, one.candidates())),
                new ScoreByLanguage(
                        ScoreByLanguage.Search.MONOLINGUAL,
                        languages,
                        series(scores, StrategyFiguresViewModel::monolingual),
                        provenance(scores, own, 0)),
                new AlphaCurve(means, provenance(scores, all, one.candidates())),
                new ParetoFront(means, provenance(scores, all, one.candidates())),
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
                alpha(one),
                Estimate.around(mean.monolingualMap(), deviation.monolingualMap()),
                Estimate.around(mean.crossLingualMap(), deviation.crossLingualMap()),
                Estimate.around(mean.multilingualMap(), deviation.multilingualMap()),
                mean.rankDistance());
    }

    /** Cross-lingual batches are hybrid ones with a share of 0, monolingual ones with 1. */
    private static OptionalDouble alpha(StrategyScores one) {
        return switch (one.strategy().id()) {
            case "monolingual" -> OptionalDouble.of(1);
            case "cross-lingual" -> OptionalDouble.of(0);
            case "hybrid" ->
                    OptionalDouble.of(
                            one.strategy()
                                    .parameters()
                                    .getOrDefault(Hybrid.ALPHA.id(), Hybrid.ALPHA.standard()));
            default -> OptionalDouble.empty();
        };
    }

    private Provenance provenance(List<StrategyScores> scores, String protocol, int candidates) {
        StrategyScores one = scores.get(0);
        String seeds = StrategyScores.seedsInWords(scores);
        return new Provenance(
                        one.collection(),
                        protocol,
                        candidates,
                        one.questionsPerLanguage(),
                        one.seeds().size() == 1 ? seeds : seeds + " ±1 s.d.",
                        StrategyScores.zeroShot(scores))
                .by(selection.snapshot().get().sources(scores));
    }
}
