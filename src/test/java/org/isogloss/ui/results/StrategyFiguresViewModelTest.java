package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.AlphaCurve;
import org.isogloss.figure.ParetoFront;
import org.isogloss.figure.RankDistanceByLanguage.Estimate;
import org.isogloss.figure.ScoreByLanguage;
import org.isogloss.figure.StrategyMeans;
import org.isogloss.report.StrategyFigures;
import org.isogloss.report.StudyWatch;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyFiguresViewModelTest {
    @TempDir private Path runs;
    private StudyFixture fixture;
    private StudySelection selection;

    private StrategyFiguresViewModel model(List<Long> seeds, int finished) {
        fixture = new StudyFixture(runs, seeds);
        fixture.finish(finished);
        selection =
                new StudySelection(
                        new StudyWatch(fixture.shelf(), problem -> {}), new InlineTasks());
        StrategyFiguresViewModel model = new StrategyFiguresViewModel(selection);
        selection.start();
        return model;
    }

    @Test
    void ordersStrategiesByTheirShareOfMonolingualBatches() {
        StrategyFigures figures = model(List.of(1L), 3).shown().get().get();

        assertThat(((AlphaCurve) figures.alphaCurve()).strategies())
                .extracting(one -> one.alpha().getAsDouble())
                .containsExactly(0., .5, 1.);
        assertThat(((AlphaCurve) figures.alphaCurve()).strategies())
                .extracting(StrategyMeans::name)
                .containsExactly("cross-lingual", "hybrid α .50", "monolingual");
        assertThat(((ParetoFront) figures.paretoFront()).strategies()).hasSize(3);
        assertThat(figures.curve()).isTrue();
    }

    @Test
    void drawsNoCurveOfTwoShares() {
        StrategyFigures figures = model(List.of(1L), 2).shown().get().get();

        assertThat(figures.shares()).isEqualTo(2);
        assertThat(figures.curve()).isFalse();
    }

    @Test
    void drawsOneStandardDeviationOverSeedsToEachSide() {
        StrategyFigures figures = model(List.of(1L, 2L), 6).shown().get().get();
        List<Evaluation> seeds =
                fixture.study().plan().stream()
                        .filter(
                                spec ->
                                        spec.strategy()
                                                .equals(
                                                        new StrategyChoice(
                                                                "hybrid", Map.of("alpha", .5))))
                        .map(spec -> StudyFixture.evaluation(spec, selection.collection().get()))
                        .toList();
        double first = seeds.get(0).macro().monolingualMap();
        double second = seeds.get(1).macro().monolingualMap();
        // of two numbers the sample standard deviation is their distance over the root of two
        double half = Math.abs(first - second) / Math.sqrt(2);

        Estimate shown = ((AlphaCurve) figures.alphaCurve()).strategies().get(1).monolingual();

        assertThat(shown.value()).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(shown.upper() - shown.value()).isCloseTo(half, within(1e-12)).isPositive();
        assertThat(shown.value() - shown.lower()).isCloseTo(half, within(1e-12));
    }

    @Test
    void takesTheDiagonalAsTheMonolingualScoreOfALanguage() {
        StrategyFigures figures = model(List.of(1L), 3).shown().get().get();
        Lang thai = new Lang("th");
        Evaluation evaluation =
                StudyFixture.evaluation(
                        fixture.study().plan().get(0), selection.collection().get());

        ScoreByLanguage monolingual = (ScoreByLanguage) figures.monolingualByLanguage();
        ScoreByLanguage multilingual = (ScoreByLanguage) figures.multilingualByLanguage();

        assertThat(monolingual.series().get(0).values().get(thai))
                .isEqualTo(Estimate.exact(evaluation.map().value(thai, thai)));
        assertThat(multilingual.series().get(0).values().get(thai))
                .isEqualTo(Estimate.exact(evaluation.multilingualMap().get(thai)));
        assertThat(monolingual.subtitle()).contains("pool of the question language");
    }

    @Test
    void followsTheChosenCollection() {
        StrategyFiguresViewModel model = model(List.of(1L), 3);
        selection.collection().set("unseen-countries");

        assertThat(model.shown().get().get().alphaCurve().subtitle())
                .startsWith("unseen-countries")
                .endsWith("zero-shot: no overlap with the training data found");
    }

    @Test
    void showsNothingBeforeTheFirstRunIsScored() {
        assertThat(model(List.of(1L), 0).shown().get()).isEmpty();
    }
}
