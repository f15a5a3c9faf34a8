package org.isogloss.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Limits;
import org.isogloss.figure.PoolHeatmap;
import org.isogloss.figure.Provenance;

/** Heatmaps of the pool of all languages: one map of strategies and question languages. */
final class PoolFigures implements Heatmaps.Maps {
    private final CellScores cells;
    private final Baseline baseline;
    private final Limits scale;
    private final Limits gains;
    private final List<Lang> order;
    private final Set<Lang> unseen;

    PoolFigures(
            List<List<StrategyScores>> all,
            CellScores cells,
            Baseline baseline,
            LanguageOrder order,
            TrainingExposure exposure) {
        this.cells = cells;
        this.baseline = baseline;
        unseen = order == LanguageOrder.EXPOSURE ? exposure.unseen() : Set.of();
        List<StrategyScores> scored = all.stream().flatMap(List::stream).toList();
        Set<Lang> languages = new LinkedHashSet<>();
        scored.forEach(one -> languages.addAll(one.languages()));
        scale = Limits.around(scored.stream().map(one -> column(cells.pool(one))).toList());
        this.order = order.of(List.copyOf(languages), lang -> mean(lang, scored), exposure::share);
        gains =
                Limits.symmetric(
                        all.stream().flatMap(this::gains).map(PoolFigures::column).toList());
    }

    private Stream<Map<Lang, Double>> gains(List<StrategyScores> scores) {
        return baseline.of(scores).stream()
                .flatMap(base -> scores.stream().map(one -> gain(one, base)));
    }

    private Map<Lang, Double> gain(StrategyScores one, StrategyScores base) {
        Map<Lang, Double> gain = new LinkedHashMap<>();
        cells.pool(one)
                .forEach(
                        (lang, value) ->
                                gain.put(
                                        lang,
                                        value - cells.pool(base).getOrDefault(lang, Double.NaN)));
        return gain;
    }

    private double mean(Lang lang, List<StrategyScores> scored) {
        return scored.stream()
                .mapToDouble(one -> cells.pool(one).getOrDefault(lang, Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Limits are found of tables: here of one whose only column stands for all languages. */
    private static LanguagePairTable column(Map<Lang, Double> values) {
        return new LanguagePairTable(
                "",
                List.copyOf(values.keySet()),
                List.of(new Lang("mul")),
                values.values().stream().map(List::of).toList());
    }

    @Override
    public Limits scale() {
        return scale;
    }

    @Override
    public List<Heatmaps.Shown> scores(List<StrategyScores> chosen) {
        return chosen.isEmpty()
                ? List.of()
                : List.of(shown("", chosen.stream().map(this::row).toList(), scale, "", chosen));
    }

    @Override
    public List<Heatmaps.Shown> differences(
            List<StrategyScores> chosen, StrategyScores base, Optional<StudyTests> tests) {
        List<StrategyScores> others =
                chosen.stream().filter(one -> !one.name().equals(base.name())).toList();
        if (others.isEmpty()) {
            return List.of();
        }
        List<StrategyScores> compared =
                Stream.concat(others.stream(), Stream.of(base)).distinct().toList();
        String test =
                Heatmaps.test(tests.map(one -> one.cells(others.get(0).name())).orElse(List.of()));
        List<PoolHeatmap.Row> rows =
                others.stream()
                        .map(
                                one ->
                                        new PoolHeatmap.Row(
                                                one.name(),
                                                gain(one, base),
                                                tests.map(it -> it.toldApartInPool(one.name()))
                                                        .orElse(Set.of())))
                        .toList();
        return List.of(shown(base.name(), rows, gains, test, compared));
    }

    private PoolHeatmap.Row row(StrategyScores one) {
        return new PoolHeatmap.Row(one.name(), cells.pool(one), Set.of());
    }

    private Heatmaps.Shown shown(
            String base,
            List<PoolHeatmap.Row> rows,
            Limits limits,
            String test,
            List<StrategyScores> compared) {
        StrategyScores first = compared.get(0);
        List<Lang> columns = order.stream().filter(first.languages()::contains).toList();
        Provenance provenance =
                new Provenance(
                                first.collection(),
                                "multilingual pool",
                                first.candidates(),
                                first.questionsPerLanguage(),
                                StrategyScores.seedsInWords(compared),
                                StrategyScores.zeroShot(compared))
                        .by(baseline.study().sources(compared));
        return new Heatmaps.Shown(
                Optional.empty(),
                new PoolHeatmap(
                        cells.measure().metric(),
                        base,
                        columns,
                        rows,
                        limits,
                        test,
                        unseen,
                        provenance));
    }
}
