package org.isogloss.ui.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudySelectionTest {
    @TempDir private Path runs;
    private final InlineTasks tasks = new InlineTasks();

    private StudySelection selection(StudyFixture fixture) {
        return new StudySelection(new StudyWatch(fixture.shelf()), tasks);
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
    void comparesOnlySeedsThatEveryStrategyHasFinished() {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L, 2L)).finish(4);

        StudySnapshot snapshot = new StudyWatch(fixture.shelf()).look("world-facts");

        assertThat(snapshot.finished()).isEqualTo(4);
        assertThat(snapshot.scores("unseen-pairs", "nano"))
                .extracting(scores -> scores.seeds().size())
                .containsExactly(1, 1, 1);
    }

    @Test
    void tellsOnceOfARunItCannotReadAndShowsTheOthers() throws IOException {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(3);
        RunFolder broken = fixture.shelf().runs("world-facts").get(0);
        Files.writeString(broken.results("unseen-pairs").summary(), "{");
        StudyWatch watch = new StudyWatch(fixture.shelf());

        assertThatThrownBy(() -> watch.look("world-facts"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("summary.json");
        assertThat(watch.look("world-facts").runs()).hasSize(2);
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
        double first = scores.seeds().get(0).map().values().get(0).get(3);
        double second = scores.seeds().get(1).map().values().get(0).get(3);
        assertThat(first).isNotEqualTo(second);
        assertThat(scores.map().values().get(0).get(3))
                .isCloseTo((first + second) / 2, within(1e-12));
        assertThat(scores.questionsPerLanguage()).isEqualTo(192);
        assertThat(scores.seedsInWords()).isEqualTo("mean of 2 seeds");
    }

    @Test
    void spreadIsTheSampleStandardDeviation() {
        StrategyScores.Spread spread = StrategyScores.Spread.of(new double[] {2, 4, 9});

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(StrategyScores.Spread.of(new double[] {2}).deviation()).isNaN();
    }
}
