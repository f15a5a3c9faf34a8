package org.isogloss.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Provenance;

/** Heatmaps of pairs of languages: a map for each strategy, a pool for each answer language. */
final class PairFigures implements Heatmaps.Maps {
    private final CellScores cells;
    private final Baseline baseline;
    private final Limits scale;
    private final Limits gains;
    private final List<Lang> order;
    private final Set<Lang> unseen;

    PairFigures(
            List<List<StrategyScores>> all,
            CellScores cells,
            Baseline baseline,
            LanguageOrder order,
            TrainingExposure exposure) {
        this.cells = cells;
        this.baseline = baseline;
        unseen = order == LanguageOrder.EXPOSURE ? exposure.unseen() : Set.of();
        List<LanguagePairTable> tables =
                all.stream().flatMap(List::stream).map(cells::pairs).toList();
        scale = Limits.around(tables);
        this.order = order.of(tables, exposure::share);
        gains = Limits.symmetric(all.stream().flatMap(scores -> gains(scores).stream()).toList());
    }

    private List<LanguagePairTable> gains(List<StrategyScores> scores) {
        return baseline.of(scores).stream()
                .flatMap(
                        base ->
                                scores.stream()
                                        .map(one -> cells.pairs(one).difference(cells.pairs(base))))
                .toList();
    }

    @Override
    public Limits scale() {
        return scale;
    }

    @Override
    public List<Heatmaps.Shown> scores(List<StrategyScores> chosen) {
        return chosen.stream()
                .map(one -> new Heatmaps.Shown(Optional.of(one), heatmap(one)))
                .toList();
    }

    @Override
    public List<Heatmaps.Shown> differences(
            List<StrategyScores> chosen, StrategyScores base, Optional<StudyTests> tests) {
        return chosen.stream()
                .filter(one -> !one.name().equals(base.name()))
                .map(one -> new Heatmaps.Shown(Optional.of(one), difference(one, base, tests)))
                .toList();
    }

    private LanguagePairTable pairs(StrategyScores one) {
        return cells.pairs(one).in(order);
    }

    private LanguagePairHeatmap heatmap(StrategyScores one) {
        return new LanguagePairHeatmap(
                one.name(),
                provenance(one, List.of(one)),
                pairs(one),
                scale,
                ColourScale.Palette.VIRIDIS,
                unseen);
    }

    private LanguagePairDifference difference(
            StrategyScores one, StrategyScores base, Optional<StudyTests> tests) {
        return new LanguagePairDifference(
                new LanguagePairDifference.Scores(one.name(), pairs(one)),
                new LanguagePairDifference.Scores(base.name(), pairs(base)),
                provenance(one, List.of(one, base)),
                gains,
                tests.map(test -> test.toldApart(one.name())).orElse(Set.of()),
                Heatmaps.test(tests.map(test -> test.cells(one.name())).orElse(List.of())),
                unseen);
    }

    private Provenance provenance(StrategyScores one, List<StrategyScores> compared) {
        return new Provenance(
                        one.collection(),
                        "one pool per answer language",
                        0,
                        one.questionsPerLanguage(),
                        one.seedsInWords(),
                        StrategyScores.zeroShot(compared))
                .by(baseline.study().sources(compared));
    }
}
