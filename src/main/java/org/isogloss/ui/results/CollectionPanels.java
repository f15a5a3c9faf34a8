package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.figure.Numbers;
import org.isogloss.report.CellScores;
import org.isogloss.report.Heatmaps;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyTests;
import org.isogloss.ui.words.Words;

/**
 * Sets a collection's heatmaps and differences out in panels.
 *
 * @param cells what the heatmaps say
 * @param chosen the names of the strategies that are shown
 */
record CollectionPanels(CellScores cells, Heatmaps heatmaps, Set<String> chosen) {
    private static final Words WORDS = Words.of(CollectionPanels.class);

    CollectionResults of(List<StrategyScores> scores, Optional<StudyTests> tests) {
        List<StrategyScores> shown =
                scores.stream().filter(one -> chosen.contains(one.name())).toList();
        Optional<StrategyScores> base = heatmaps.baseline(scores);
        return new CollectionResults(
                scores.get(0).collection(),
                cells.measure(),
                heatmaps.scale(),
                heatmaps.scores(shown).stream().map(this::panel).toList(),
                base.stream()
                        .flatMap(it -> heatmaps.differences(shown, it, tests).stream())
                        .map(one -> difference(one, base.orElseThrow(), shown, tests))
                        .toList(),
                scores,
                tests,
                List.of());
    }

    private CollectionResults.Panel panel(Heatmaps.Shown shown) {
        return new CollectionResults.Panel(
                shown.strategy()
                        .map(StrategyScores::name)
                        .orElseGet(() -> WORDS.text("panels.pool", cells.measure().name())),
                shown.strategy().map(StrategyScores::name),
                shown.strategy().map(StrategyScores::style),
                shown.strategy().map(this::averages).orElse(""),
                shown.figure());
    }

    private CollectionResults.Panel difference(
            Heatmaps.Shown shown,
            StrategyScores base,
            List<StrategyScores> strategies,
            Optional<StudyTests> tests) {
        return new CollectionResults.Panel(
                shown.strategy()
                        .map(one -> one.name() + " − " + base.name())
                        .orElseGet(() -> WORDS.text("panels.poolGain", cells.measure().name())),
                shown.strategy().map(StrategyScores::name),
                shown.strategy().map(StrategyScores::style),
                shown.strategy()
                        .map(one -> withTests(gains(one, base), told(List.of(one), tests)))
                        .orElseGet(() -> told(strategies, tests)),
                shown.figure());
    }

    private static String withTests(String gains, String told) {
        return told.isEmpty() ? gains : gains + " · " + told;
    }

    private String averages(StrategyScores one) {
        CellScores.Means mean = cells.means(one);
        return WORDS.text(
                "panels.monoCrossMulti",
                Numbers.score(mean.monolingual()),
                Numbers.score(mean.crossLingual()),
                Numbers.score(mean.multilingual()));
    }

    private String gains(StrategyScores one, StrategyScores base) {
        CellScores.Means mean = cells.means(one);
        CellScores.Means from = cells.means(base);
        return WORDS.text(
                "panels.monoCrossMulti",
                Numbers.difference(mean.monolingual() - from.monolingual()),
                Numbers.difference(mean.crossLingual() - from.crossLingual()),
                Numbers.difference(mean.multilingual() - from.multilingual()));
    }

    private static String told(List<StrategyScores> strategies, Optional<StudyTests> tests) {
        List<Comparison> compared =
                tests.stream()
                        .flatMap(
                                test ->
                                        strategies.stream()
                                                .flatMap(o -> test.cells(o.name()).stream()))
                        .toList();
        long told = compared.stream().filter(cell -> cell.verdict() != Verdict.TIE).count();
        return compared.isEmpty() ? "" : WORDS.text("results.toldApart", told, compared.size());
    }
}
