package org.isogloss.report;

import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;

/**
 * A study's heatmaps: what each strategy scores, all collections on one scale, and what it gains
 * over a baseline, on another.
 */
public final class Heatmaps {
    private final Baseline baseline;
    private final Maps maps;

    private Heatmaps(Baseline baseline, Maps maps) {
        this.baseline = baseline;
        this.maps = maps;
    }

    /** How what is measured is laid out as maps. */
    interface Maps {
        Limits scale();

        List<Shown> scores(List<StrategyScores> chosen);

        List<Shown> differences(
                List<StrategyScores> chosen, StrategyScores base, Optional<StudyTests> tests);
    }

    /**
     * A heatmap.
     *
     * @param strategy whose scores it shows; empty where it shows several
     */
    public record Shown(Optional<StrategyScores> strategy, Figure figure) {}

    /**
     * The heatmaps of a study.
     *
     * @param all what was scored, a collection at a time; the scales are those of all of it
     * @param cells what the heatmaps say of all of it
     * @param baseline the name of the strategy that the others are compared with; null for none
     * @param order in which languages stand in every map
     * @param exposure how much of the training languages were in, where the order asks for it
     */
    public static Heatmaps of(
            StudySnapshot study,
            List<List<StrategyScores>> all,
            CellScores cells,
            String baseline,
            LanguageOrder order,
            TrainingExposure exposure) {
        Baseline base = new Baseline(study, baseline, cells.measure());
        return new Heatmaps(
                base,
                cells.measure().pooled()
                        ? new PoolFigures(all, cells, base, order, exposure)
                        : new PairFigures(all, cells, base, order, exposure));
    }

    /** The ends of the heatmaps' colour scale. */
    public Limits scale() {
        return maps.scale();
    }

    /** What the others are compared with; empty where seeds are not the same, or it is absent. */
    public Optional<StrategyScores> baseline(List<StrategyScores> scores) {
        return baseline.of(scores);
    }

    /** What is to be tested of a collection; nothing where strategies are not comparable. */
    public Optional<StudyTests.Question> question(List<StrategyScores> scores) {
        return baseline.question(scores);
    }

    /** What strategies score on a collection. */
    public List<Shown> scores(List<StrategyScores> chosen) {
        return maps.scores(chosen);
    }

    /**
     * What strategies gain over the baseline; none where there is nothing to compare with.
     *
     * @param base of the same collection
     * @param tests which differences are more than chance; empty if that is not known
     */
    public List<Shown> differences(
            List<StrategyScores> chosen, StrategyScores base, Optional<StudyTests> tests) {
        return maps.differences(chosen, base, tests);
    }

    /** How cells were tested, in words; empty if they were not. */
    static String test(List<Comparison> cells) {
        return cells.isEmpty()
                ? ""
                : "%s, %s question ids (translations of a question are one), two-sided, Holm’s correction over %d cells, level .05"
                        .formatted(
                                cells.get(0).test(),
                                Numbers.count(cells.get(0).clusters()),
                                cells.size());
    }
}
