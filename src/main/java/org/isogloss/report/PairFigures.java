package org.isogloss.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.Provenance;

/**
 * A study's heatmaps: what each strategy scores in each pair of languages, all collections on one
 * scale, and what it gains over a baseline, on another.
 */
public final class PairFigures {
    private final StudySnapshot study;
    private final String baseline;
    private final Limits scale;
    private final Limits gains;
    private final List<Lang> order;

    /**
     * @param all what was scored, a collection at a time; the scales are those of all of it
     * @param baseline the name of the strategy that the others are compared with
     */
    public PairFigures(StudySnapshot study, List<List<StrategyScores>> all, String baseline) {
        this(study, all, baseline, LanguageOrder.DATA);
    }

    /**
     * @param all what was scored, a collection at a time; the scales are those of all of it
     * @param baseline the name of the strategy that the others are compared with
     * @param order in which languages stand in every map
     */
    public PairFigures(
            StudySnapshot study,
            List<List<StrategyScores>> all,
            String baseline,
            LanguageOrder order) {
        this.study = study;
        this.baseline = baseline;
        List<LanguagePairTable> tables =
                all.stream().flatMap(List::stream).map(StrategyScores::map).toList();
        scale = Limits.around(tables);
        this.order = order.of(tables);
        gains = Limits.symmetric(all.stream().flatMap(scores -> gains(scores).stream()).toList());
    }

    private List<LanguagePairTable> gains(List<StrategyScores> scores) {
        return baseline(scores).stream()
                .flatMap(base -> scores.stream().map(one -> one.map().difference(base.map())))
                .toList();
    }

    /** The ends of the heatmaps' colour scale. */
    public Limits scale() {
        return scale;
    }

    /** What the others are compared with; empty where seeds are not the same, or it is absent. */
    public Optional<StrategyScores> baseline(List<StrategyScores> scores) {
        return StrategyScores.comparable(scores)
                ? scores.stream().filter(one -> one.name().equals(baseline)).findFirst()
                : Optional.empty();
    }

    /** What is to be tested of a collection; nothing where strategies are not comparable. */
    public Optional<StudyTests.Question> question(List<StrategyScores> scores) {
        if (scores.size() < 2 || baseline(scores).isEmpty()) {
            return Optional.empty();
        }
        List<StudyTests.Contender> contenders =
                scores.stream()
                        .map(
                                one ->
                                        new StudyTests.Contender(
                                                one.name(),
                                                study.runs(one).stream()
                                                        .map(StudyRun::folder)
                                                        .toList(),
                                                one.evaluations()))
                        .toList();
        return Optional.of(
                new StudyTests.Question(scores.get(0).collection(), baseline, contenders));
    }

    /** What a strategy scores in each pair of languages, as its heatmap shows it. */
    public LanguagePairTable pairs(StrategyScores one) {
        return one.map().in(order);
    }

    /** What a strategy scores in each pair of languages. */
    public LanguagePairHeatmap heatmap(StrategyScores one) {
        return new LanguagePairHeatmap(
                one.name(),
                provenance(one, List.of(one)),
                pairs(one),
                scale,
                ColourScale.Palette.VIRIDIS);
    }

    /**
     * What a strategy gains over the baseline.
     *
     * @param tests which differences are more than chance; empty if that is not known
     */
    public LanguagePairDifference difference(
            StrategyScores one, StrategyScores base, Optional<StudyTests> tests) {
        List<Comparison> cells = tests.map(test -> test.cells(one.name())).orElse(List.of());
        return new LanguagePairDifference(
                new LanguagePairDifference.Scores(one.name(), pairs(one)),
                new LanguagePairDifference.Scores(base.name(), pairs(base)),
                provenance(one, List.of(one, base)),
                gains,
                tests.map(test -> test.toldApart(one.name())).orElse(Set.of()),
                test(cells));
    }

    private static String test(List<Comparison> cells) {
        return cells.isEmpty()
                ? ""
                : "%s, %s question ids (translations of a question are one), two-sided, Holm’s correction over %d pairs, level .05"
                        .formatted(
                                cells.get(0).test(),
                                Numbers.count(cells.get(0).clusters()),
                                cells.size());
    }

    private Provenance provenance(StrategyScores one, List<StrategyScores> compared) {
        return new Provenance(
                        one.collection(),
                        "one pool per answer language",
                        0,
                        one.questionsPerLanguage(),
                        one.seedsInWords(),
                        StrategyScores.zeroShot(compared))
                .by(study.sources(compared));
    }
}
