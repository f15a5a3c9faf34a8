package org.isogloss.ui.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudySelectionTest {
    @TempDir private Path runs;
    private final List<RuntimeException> problems = new ArrayList<>();
    private final InlineTasks tasks = new InlineTasks();

    private StudySelection selection(StudyFixture fixture) {
        return new StudySelection(new StudyWatch(fixture.shelf(), problems::add), tasks);
    }

    @Test
    void choosesTheFirstStudyAndItsFirstCollection() {
        StudySelection selection = selection(new StudyFixture(runs, List.of(1L, 2L)).finish(6));

        selection.start();

        assertThat(selection.study().get()).isEqualTo("world-facts");
        assertThat(selection.collections()).containsExactly("unseen-pairs", "unseen-countries");
        assertThat(selection.collection().get()).isEqualTo("unseen-pairs");
        assertThat(selection.backbone().get()).isEqualTo("nano");
        assertThat(selection.snapshot().get().finished()).isEqualTo(6);
    }

    @Test
    void keepsStrategiesInTheStudysOrder() {
        StudySelection selection = selection(new StudyFixture(runs, List.of(1L)).finish(3));

        selection.start();

        assertThat(selection.snapshot().get().scores("unseen-pairs", "nano"))
                .extracting(StrategyScores::name)
                .containsExactly("monolingual", "cross-lingual", "hybrid α .50");
    }

    @Test
    void seesResultsThatArriveLater() {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L));
        StudySelection selection = selection(fixture);
        selection.start();
        assertThat(selection.snapshot().get()).isEqualTo(StudySnapshot.NONE);

        fixture.finish(1);
        tasks.tick();
        assertThat(selection.snapshot().get().finished()).isEqualTo(1);

        fixture.finish(3);
        tasks.tick();
        assertThat(selection.snapshot().get().finished()).isEqualTo(3);
    }

    @Test
    void looksNoMoreOnceStopped() {
        StudySelection selection = selection(new StudyFixture(runs, List.of(1L)));
        selection.start();
        assertThat(tasks.repeating()).isEqualTo(1);

        selection.stop();

        assertThat(tasks.repeating()).isZero();
    }

    @Test
    void takesTheMeanOverSeeds() {
        StudySelection selection = selection(new StudyFixture(runs, List.of(1L, 2L)).finish(6));
        selection.start();

        StrategyScores scores = selection.snapshot().get().scores("unseen-pairs", "nano").get(0);

        assertThat(scores.seeds()).hasSize(2);
        double first = scores.evaluations().get(0).map().values().get(0).get(3);
        double second = scores.evaluations().get(1).map().values().get(0).get(3);
        assertThat(first).isNotEqualTo(second);
        assertThat(scores.map().values().get(0).get(3))
                .isCloseTo((first + second) / 2, within(1e-12));
        assertThat(scores.questionsPerLanguage()).isEqualTo(192);
        assertThat(scores.seedsInWords()).isEqualTo("mean of 2 seeds");
    }

    @Test
    void comparesOnlySeedsThatAllStrategiesHaveFinished() {
        StudySelection selection = selection(new StudyFixture(runs, List.of(1L, 2L)).finish(4));
        selection.start();

        assertThat(selection.snapshot().get().scores("unseen-pairs", "nano"))
                .extracting(StrategyScores::seeds)
                .containsExactly(List.of(1L), List.of(1L), List.of(1L));
    }

    @Test
    void saysWhoseSeedsAreWhichWhereNoneIsShared() {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L, 2L)).finish(1);
        fixture.finish(5, 4);
        StudySelection selection = selection(fixture);
        selection.start();

        List<StrategyScores> scores =
                selection.snapshot().get().scores("unseen-pairs", "nano").subList(0, 2);

        assertThat(StrategyScores.comparable(scores)).isFalse();
        assertThat(StrategyScores.seedsInWords(scores))
                .isEqualTo("not yet comparable (monolingual: seed 1; cross-lingual: seed 2)");
    }

    @Test
    void leavesOutRunsOfAnotherRecipeAndSaysSoOnce() {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(3);
        ExperimentSpec spec = fixture.study().plan().get(0);
        Recipe other =
                new Recipe(
                        spec.recipe().training(),
                        List.of(),
                        spec.recipe().evaluation(),
                        spec.recipe().batches(),
                        Map.of("steps", 9.0),
                        null);
        ExperimentSpec stray =
                new ExperimentSpec(spec.study(), spec.strategy(), spec.backbone(), 7, other);
        fixture.finish(stray);
        StudySelection selection = selection(fixture);
        selection.start();
        tasks.tick();

        assertThat(selection.snapshot().get().runs())
                .extracting(run -> run.spec().seed())
                .containsOnly(1L);
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("another recipe")
                .contains(stray.id());
    }

    @Test
    void showsTheOtherRunsWhenASummaryIsBroken() throws IOException {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(3);
        RunFolder broken = fixture.shelf().runs("world-facts").get(0);
        Files.writeString(broken.results("unseen-pairs").summary(), "{\"coll");
        StudySelection selection = selection(fixture);
        selection.start();
        tasks.tick();

        assertThat(selection.snapshot().get().scores("unseen-pairs", "nano")).hasSize(2);
        assertThat(problems).singleElement().asString().contains("summary.json");
    }

    @Test
    void showsTheRunsOfAStudyWhoseFileIsBroken() throws IOException {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(3);
        Files.writeString(fixture.shelf().studyFile("world-facts"), "[");
        StudySelection selection = selection(fixture);
        selection.start();
        tasks.tick();

        assertThat(selection.snapshot().get().finished()).isEqualTo(3);
        assertThat(problems).singleElement().asString().contains("study.json");
    }

    @Test
    void ordersCollectionsByTheirExactNames() throws IOException {
        List<String> files = List.of("/data/unseen-countries/unseen-pairs", "unseen-countries");
        StudyFixture fixture = new StudyFixture(runs, List.of(1L), files).finish(3);
        StudySelection selection = selection(fixture);
        selection.start();

        assertThat(selection.collections()).containsExactly("unseen-pairs", "unseen-countries");
    }

    @Test
    void spreadIsTheSampleStandardDeviation() {
        StrategyScores.Spread spread = StrategyScores.Spread.of(new double[] {2, 4, 9});

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(StrategyScores.Spread.of(new double[] {2}).deviation()).isNaN();
    }
}
