package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.SampleStudies;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RunFolderTest {
    private static final Map<String, String> PRINTS = Map.of("facts.tsv", "ab".repeat(32));

    @TempDir private Path shelf;

    @Test
    void isMadeWithItsFrozenSpecAndWaits() {
        ExperimentSpec spec = SampleStudies.spec("s", 1);
        RunFolder run = RunFolder.create(shelf, spec, PRINTS);

        assertThat(run.path()).isEqualTo(shelf.resolve("s").resolve("monolingual-nano-1"));
        assertThat(run.frozen()).isEqualTo(new FrozenSpec(Environment.version(), spec, PRINTS));
        assertThat(run.state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(run.alive()).isFalse();
    }

    @Test
    void opensRunsOlderThanTheZeroShotGuardAndSaysNotChecked() {
        ExperimentSpec spec = SampleStudies.spec("s", 1);
        RunFolder run = RunFolder.create(shelf, spec, PRINTS);
        Path specFile = run.path().resolve("spec.json");
        ObjectNode frozen = (ObjectNode) JsonFile.tree(specFile);
        ((ObjectNode) frozen.get("spec").get("recipe")).remove("excludeOverlap");
        JsonFile.write(specFile, frozen);
        Path summary = run.results("unseen-pairs").summary();
        JsonFile.write(summary, StudyFixture.evaluation(spec, "unseen-pairs"));
        ObjectNode scored = (ObjectNode) JsonFile.tree(summary);
        assertThat(scored.remove("zeroShot").stringValue()).startsWith("zero-shot");
        JsonFile.write(summary, scored);

        assertThat(run.frozen().spec()).isEqualTo(spec);
        assertThat(run.zeroShot()).isEmpty();
        assertThat(run.results("unseen-pairs").evaluation().orElseThrow().zeroShot())
                .isEqualTo(OverlapVerdict.NOT_CHECKED);
    }

    @Test
    void isFoundAgainByTheSameSpec() {
        ExperimentSpec spec = SampleStudies.spec("s", 1);
        RunFolder run = RunFolder.create(shelf, spec, PRINTS);
        append(run, new RunEvent.Cancelled(4));

        assertThat(RunFolder.create(shelf, spec, PRINTS)).isEqualTo(run);
        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(run.tail().poll()).hasSize(2);
    }

    @Test
    void refusesOtherDataUnderTheSameName() {
        ExperimentSpec spec = SampleStudies.spec("s", 1);
        RunFolder run = RunFolder.create(shelf, spec, PRINTS);

        assertThatThrownBy(
                        () -> RunFolder.create(shelf, spec, Map.of("facts.tsv", "cd".repeat(32))))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(run.path().toString())
                .hasMessageContaining("give the study another name");
    }

    @Test
    void refusesAnotherSpecUnderTheSameName() {
        RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        ExperimentSpec other =
                SampleStudies.small("s", "other.tsv").withSeeds(List.of(1L)).plan().get(0);

        assertThatThrownBy(() -> RunFolder.create(shelf, other, PRINTS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("another spec or other data");
    }

    @Test
    void refusesToOpenWhatIsNoRun() {
        assertThatThrownBy(() -> RunFolder.open(shelf))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no spec.json");
    }

    @Test
    void remembersWhatWasAskedUntilItIsForgotten() {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        run.requestPause(true);
        run.requestCancel();
        assertThat(run.pauseRequested()).isTrue();
        assertThat(run.cancelRequested()).isTrue();
        run.requestPause(false);
        assertThat(run.pauseRequested()).isFalse();
        run.clearRequests();
        assertThat(run.cancelRequested()).isFalse();
    }

    @Test
    void hasDiedWhenItsLockIsFree() {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        append(run, new RunEvent.Started(0, 10, 5));
        try (RunLock lock = run.lock().orElseThrow()) {
            assertThat(run.alive()).isTrue();
            assertThat(run.state().phase()).isEqualTo(RunPhase.RUNNING);
            assertThat(run.lock()).as("a second lock").isEmpty();
            assertThat(lock).isNotNull();
        }
        assertThat(run.state().phase()).isEqualTo(RunPhase.DIED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -20, 0, 20, 300})
    void livesOnAnotherMachineWhoseClockIsAnother(long seconds) throws IOException {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        Clock theirs = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        append(run, theirs, new RunEvent.Started(0, 10, 5));
        Files.setLastModifiedTime(
                run.path().resolve("events.jsonl"), FileTime.from(theirs.instant()));
        Files.writeString(run.path().resolve("run.lock"), "node07");

        assertThat(run.alive()).isTrue();
        assertThat(run.state().phase()).isEqualTo(RunPhase.RUNNING);
    }

    @Test
    void isTakenForDeadAtOnceWhereNoTwoClocksAreAsFarApart() throws IOException {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        Clock longAgo = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-15));
        append(run, longAgo, new RunEvent.Started(0, 10, 5));
        Files.writeString(run.path().resolve("run.lock"), "node07");

        assertThat(run.alive()).isFalse();
        assertThat(run.state().phase()).isEqualTo(RunPhase.DIED);
    }

    @Test
    void remembersTheJobItWasSubmittedAs() throws IOException {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        assertThat(run.jobExit("17")).isEmpty();
        Files.writeString(run.path().resolve("job.exit"), "17 137\n");

        assertThat(run.jobExit("17")).contains(137);
        assertThat(run.jobExit("18")).as("another job").isEmpty();
        Files.writeString(run.path().resolve("job.exit"), "17 ");
        assertThat(run.jobExit("17")).as("half a line").isEmpty();
        run.forgetJob();
        assertThat(run.path().resolve("job.exit")).doesNotExist();
    }

    @Test
    void showsTheEndOfTheProcessLogWhateverItsBytes() throws IOException {
        RunFolder run = RunFolder.create(shelf, SampleStudies.spec("s", 1), PRINTS);
        assertThat(run.lastLogLines(2)).isEmpty();
        Files.write(run.processLog(), new byte[] {'a', '\n', 'b', (byte) 0xff, '\n', 'c', '\n'});

        assertThat(run.lastLogLines(2)).containsExactly("b\ufffd", "c");
    }

    @Test
    void standsOnTheShelfByStudyAndId() throws IOException {
        RunFolder b = RunFolder.create(shelf, SampleStudies.spec("b", 1), PRINTS);
        RunFolder a2 = RunFolder.create(shelf, SampleStudies.spec("a", 2), PRINTS);
        RunFolder a1 = RunFolder.create(shelf, SampleStudies.spec("a", 1), PRINTS);
        Files.createDirectories(shelf.resolve("empty").resolve("not-a-run"));
        Files.writeString(shelf.resolve("notes.txt"), "x");
        RunShelf runs = new RunShelf(shelf);

        assertThat(runs.runs()).containsExactly(a1, a2, b);
        assertThat(runs.runs("a")).containsExactly(a1, a2);
        assertThat(runs.studies()).containsExactly("a", "b");
        assertThat(new RunShelf(shelf.resolve("nowhere")).runs()).isEmpty();
    }

    private static void append(RunFolder run, RunEvent event) {
        append(run, Clock.systemUTC(), event);
    }

    private static void append(RunFolder run, Clock clock, RunEvent event) {
        try (EventLog log = run.openLog(clock)) {
            log.append(event);
        }
    }
}
