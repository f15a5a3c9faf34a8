package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.shell.RunNotices.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNoticesTest {
    @TempDir private Path folder;
    private StudyFixture study;
    private RunNotices notices;

    @BeforeEach
    void make() {
        study = new StudyFixture(folder, List.of(1L));
        study.finish(1);
        notices = new RunNotices(study.shelf());
    }

    private RunFolder run(int place) {
        ExperimentSpec spec = study.study().plan().get(place);
        return RunFolder.create(folder, spec, Map.of());
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    @Test
    void saysNothingOfWhatEndedBeforeItLooked() {
        assertThat(notices.look(Set.of())).isEmpty();
        assertThat(notices.look(Set.of())).isEmpty();
    }

    @Test
    void tellsOfAStudyOnceNothingOfItIsUnderWay() {
        try (RunLock lock = RunLock.take(study.shelf().studyLock("world-facts")).orElseThrow()) {
            assertThat(lock).isNotNull();
            notices.look(Set.of(run(1)));
            append(run(1), new RunEvent.Finished(600, 1));
            assertThat(notices.look(Set.of())).as("between two runs").isEmpty();
            notices.look(Set.of(run(2)));
        }
        append(run(2), new RunEvent.Finished(600, 1));

        assertThat(notices.look(Set.of()))
                .containsExactly(
                        new Notice(
                                "world-facts: 3 of 3 models are trained and scored",
                                Place.RESULTS,
                                false));
        assertThat(notices.look(Set.of())).isEmpty();
    }

    @Test
    void tellsWhatHalvingLeftBehind() {
        notices.look(Set.of(run(1), run(2)));
        append(run(1), new RunEvent.Dropped(150, "number 2 of 2"));
        append(run(2), new RunEvent.Finished(600, 1));

        assertThat(notices.look(Set.of()))
                .extracting(Notice::sentence)
                .containsExactly(
                        "world-facts: 2 models are trained and scored, 1 left behind by halving");
    }

    @Test
    void tellsOfAFailedRunAtOnce() {
        notices.look(Set.of(run(1), run(2)));
        append(run(1), new RunEvent.Failed("the disk is full; free some"));

        assertThat(notices.look(Set.of(run(2))))
                .containsExactly(
                        new Notice(
                                "cross-lingual, seed 1 of world-facts: the disk is full; free some",
                                Place.RUNS,
                                true));
    }

    @Test
    void tellsOfAProcessThatDiedAndOfWhatIsThereAllTheSame() {
        append(run(2), new RunEvent.Started(0, 600, 1));
        notices.look(Set.of(run(2)));

        assertThat(notices.look(Set.of()))
                .extracting(Notice::sentence)
                .containsExactly(
                        "hybrid α .50, seed 1 of world-facts: its process ended without a word at"
                                + " step 0; what it had saved is kept",
                        "world-facts: 1 of 3 models are trained and scored");
    }

    @Test
    void saysNothingOfAStudyThatWasCancelledBeforeAnythingFinished() {
        StudyFixture other = new StudyFixture(folder.resolve("other"), List.of(1L));
        other.finish(0);
        RunNotices there = new RunNotices(other.shelf());
        RunFolder run =
                RunFolder.create(other.shelf().path(), other.study().plan().get(0), Map.of());
        there.look(Set.of(run));
        append(run, new RunEvent.Cancelled(5));

        assertThat(there.look(Set.of())).isEmpty();
    }
}
