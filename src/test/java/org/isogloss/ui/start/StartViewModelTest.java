package org.isogloss.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Study;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.RunLock;
import org.isogloss.run.bench.Speed;
import org.isogloss.run.bench.TimeEstimate;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
    @TempDir private Path folder;
    private final List<Study> started = new ArrayList<>();
    private final InlineTasks tasks = new InlineTasks();
    private final List<Path> opened = new ArrayList<>();
    private TimeEstimate time =
            new TimeEstimate(Duration.ofMinutes(6), Speed.Basis.REFERENCE, null, false);

    private StudyFixture fixture() {
        return new StudyFixture(folder.resolve("runs"), List.of(1L));
    }

    private StartViewModel model(StudyFixture fixture, List<Path> samples) {
        StartViewModel model =
                new StartViewModel(
                        new StartViewModel.Surroundings(
                                study -> {
                                    started.add(study);
                                    return List.of();
                                },
                                study -> StudyFixture.LANGUAGES,
                                study -> Optional.of(time),
                                study -> OptionalLong.of(1_450_000_000),
                                opened::add),
                        new StudyWatch(fixture.shelf(), problem -> {}),
                        tasks,
                        samples,
                        List.of());
        model.watch();
        return model;
    }

    @Test
    void offersToTrainAllModelsOfANewStudy() {
        StudyFixture fixture = fixture();
        StudyCard card =
                model(fixture, List.of(fixture.studyFile(folder))).card().get().orElseThrow();

        assertThat(card.action()).isEqualTo("Train 3 models");
        assertThat(card.stage()).isEqualTo(StudyCard.Stage.READY);
        assertThat(card.facts())
                .isEqualTo("3 models · 11 languages · about 6 min here · up to 1.5 GB of memory");
        assertThat(card.basis()).contains("another machine").contains("measure this one");
        assertThat(card.sample()).isTrue();
        assertThat(card.strategies())
                .extracting(StrategyCard::sameLanguage)
                .containsExactly(1.0, 0.0, 0.5);
    }

    @Test
    void offersTheRestOfABrokenOffStudy() {
        StudyFixture fixture = fixture().finish(1);
        StudyCard card =
                model(fixture, List.of(fixture.studyFile(folder))).card().get().orElseThrow();

        assertThat(card.action()).isEqualTo("Train the other 2");
        assertThat(card.state()).isEqualTo("Stopped: 1 of 3 models finished");
        assertThat(card.facts()).contains(" · about 4 min here · ");
    }

    @Test
    void showsABetterEstimateOnceThereIsOne() {
        StudyFixture fixture = fixture();
        StartViewModel model = model(fixture, List.of(fixture.studyFile(folder)));

        time =
                new TimeEstimate(
                        Duration.ofMinutes(90),
                        Speed.Basis.MEASURED,
                        Instant.parse("2026-11-23T12:00:00Z"),
                        true);
        tasks.tick();

        StudyCard card = model.card().get().orElseThrow();
        assertThat(card.facts()).contains(" · about 90 min here · ");
        assertThat(card.basis())
                .isEqualTo(
                        "Time measured on this machine on 23 November 2026, with a backbone of"
                                + " another size");
    }

    @Test
    void leadsToTheHeatmapsOnceAllIsDone() {
        StudyFixture fixture = fixture().finish(3);
        StudyCard card =
                model(fixture, List.of(fixture.studyFile(folder))).card().get().orElseThrow();

        assertThat(card.action()).isEqualTo("See the heatmaps");
        assertThat(card.strategies()).allSatisfy(one -> assertThat(one.heatmap()).isPresent());
    }

    @Test
    void startsTheStudyOnTheCard() {
        StudyFixture fixture = fixture();
        StartViewModel model = model(fixture, List.of(fixture.studyFile(folder)));
        List<String> told = new ArrayList<>();

        model.train(() -> told.add("started"));

        assertThat(started).extracting(Study::name).containsExactly("world-facts");
        assertThat(told).containsExactly("started");
        assertThat(model.starting().get()).isTrue();
        try (RunLock atWork =
                RunLock.take(fixture.shelf().studyLock("world-facts")).orElseThrow()) {
            fixture.finish(0);
            tasks.tick();
            assertThat(model.starting().get()).isFalse();
            assertThat(atWork).isNotNull();
        }
    }

    @Test
    void leavesOutOfTrainingWhatOverlapsUnderANameOfItsOwn() {
        StudyFixture fixture = fixture().finish(3);
        StartViewModel model = model(fixture, List.of(fixture.studyFile(folder)));

        model.leaveOutOverlap().set(true);

        StudyCard card = model.card().get().orElseThrow();
        assertThat(card.title()).endsWith(", overlap left out");
        assertThat(card.action()).as("its runs are others").isEqualTo("Train 3 models");
        model.train(() -> {});
        assertThat(started).extracting(Study::name).containsExactly("world-facts-no-overlap");
        assertThat(started.get(0).recipe().excludeOverlap()).isTrue();

        model.leaveOutOverlap().set(false);
        assertThat(model.card().get().orElseThrow().title()).doesNotContain("overlap");
    }

    @Test
    void offersToStartAgainWhatNeverGotToWork() {
        StudyFixture fixture = fixture();
        StartViewModel model = model(fixture, List.of(fixture.studyFile(folder)));

        model.train(() -> {});
        for (int look = 0; look < 5; look++) {
            assertThat(model.starting().get()).isTrue();
            tasks.tick();
        }

        assertThat(model.starting().get()).isFalse();
    }

    @Test
    void saysOnceThatTheStudyFileIsBroken() throws IOException {
        StudyFixture fixture = fixture();
        Path file = fixture.studyFile(folder);
        model(fixture, List.of(file));
        Files.writeString(file, "[");

        assertThatThrownBy(tasks::tick).isInstanceOf(BadInputException.class);
        tasks.tick();
    }

    @Test
    void remembersAStudyThatWasOpened() {
        StudyFixture fixture = fixture();
        StartViewModel model = model(fixture, List.of());
        assertThat(model.card().get()).isEmpty();
        Path file = fixture.studyFile(folder);

        model.open(file);

        assertThat(model.card().get().orElseThrow().sample()).isFalse();
        assertThat(model.recent()).containsExactly(file);
        assertThat(opened).containsExactly(file);
    }
}
