package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.isogloss.batch.BatchKind;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.RunCurves;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.StudyQueue;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.shell.Messages;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
    private static final int UNTIL_A_SELDOM_LOOK = 8;

    @TempDir private Path folder;
    private final InlineTasks tasks = new InlineTasks();
    private final List<RunFolder> launched = new ArrayList<>();
    private final List<Throwable> reported = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private RunsViewModel model;

    @BeforeEach
    void make() {
        model = new RunsViewModel(new RunShelf(folder), new Recorder(), tasks, new Reports());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        assertThat(reported).isEmpty();
    }

    @Test
    void followsARunThatWasAliveBeforeTheWindowOpened() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(100).steps(10);
        RunLock lock = hold(run);
        model.shown();
        assertThat(row().news().phase()).isEqualTo(RunPhase.RUNNING);
        assertThat(row().state().step()).isEqualTo(10);
        run.steps(5);
        tasks.tick();
        assertThat(row().state().step()).isEqualTo(15);
        lock.close();
        tasks.tick();
        assertThat(row().news().phase()).isEqualTo(RunPhase.DIED);
    }

    @Test
    void findsRunsThatAreMadeAndStartedWhileItLooks() {
        model.shown();
        assertThat(model.loadedProperty().get()).isTrue();
        assertThat(model.rows()).isEmpty();
        RunFixture run = run("s", RunFixture.HYBRID, 1);
        run.event(new RunEvent.Cancelled(0));
        lookSeldom();
        assertThat(row().news().phase()).isEqualTo(RunPhase.CANCELLED);
        hold(run);
        run.started(10);
        lookSeldom();
        assertThat(row().news().phase()).isEqualTo(RunPhase.RUNNING);
    }

    @Test
    void tellsAfterBeingHiddenWhatItMissed() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(100).steps(1);
        hold(run);
        model.shown();
        model.hidden();
        assertThat(tasks.repeating()).isZero();
        run.steps(9);
        model.shown();
        assertThat(row().state().step()).isEqualTo(10);
    }

    @Test
    void saysThatARunHasEndedOnce() {
        RunFixture run = run("s", RunFixture.HYBRID, 2).started(10).steps(10);
        hold(run);
        model.shown();
        assertThat(said).isEmpty();
        run.event(new RunEvent.Finished(10, 1));
        tasks.tick();
        lookSeldom();
        assertThat(said).containsExactly("hybrid α .50, seed 2: finished");
    }

    @Test
    void selectsRunsThatAreSoughtOnceTheyAreKnownWhateverStudyIsShown() {
        RunFixture one = run("s", RunFixture.HYBRID, 1);
        RunFixture other = run("other", RunFixture.HYBRID, 2);

        model.seek(List.of(one.folder().path()));
        assertThat(model.selected()).as("before the runs are read").isEmpty();
        model.shown();
        assertThat(model.selected()).extracting(RunRow::folder).containsExactly(one.folder());

        model.studyProperty().set("s");
        model.seek(List.of(other.folder().path()));
        assertThat(model.selected()).extracting(RunRow::folder).containsExactly(other.folder());
        assertThat(model.studyProperty().get()).isEqualTo(RunsViewModel.ALL_STUDIES);
        lookSeldom();
        assertThat(model.selected()).as("is asked for once").hasSize(1);
    }

    @Test
    void runsSelectedRunsAgainWithTheNextSeedOfTheirStudy() {
        RunFixture one = run("s", RunFixture.MONOLINGUAL, 1);
        RunFixture two = run("s", RunFixture.HYBRID, 3);
        run("other", RunFixture.HYBRID, 9);
        model.shown();
        model.select(model.rows().stream().filter(row -> row.spec().study().equals("s")).toList());
        assertThat(model.nextSeed()).isEqualTo(4);
        model.runAgain(model.nextSeed());

        assertThat(launched)
                .extracting(RunFolder::id)
                .containsExactlyInAnyOrder("monolingual-nano-4", "hybrid-0.50-nano-4");
        assertThat(launched.get(0).frozen().spec().recipe())
                .isEqualTo(one.folder().frozen().spec().recipe())
                .isEqualTo(two.folder().frozen().spec().recipe());
        lookSeldom();
        assertThat(model.rows()).hasSize(5);
    }

    @Test
    void showsWaitingRunsInTheOrderTheyWillBeStartedAndChangesIt() throws Exception {
        RunFixture working = run("s", RunFixture.MONOLINGUAL, 1).started(10);
        hold(working);
        pause();
        run("s", RunFixture.CROSS_LINGUAL, 1);
        pause();
        run("s", RunFixture.HYBRID, 1);
        pause();
        run("s", RunFixture.HYBRID, 2);
        RunShelf shelf = new RunShelf(folder);
        open.add(RunLock.take(shelf.studyLock("s")).orElseThrow());
        model.shown();
        tasks.tick();
        assertThat(order())
                .containsExactly(
                        "monolingual-nano-1: running",
                        "cross-lingual-nano-1: waiting 1",
                        "hybrid-0.50-nano-1: waiting 2",
                        "hybrid-0.50-nano-2: waiting 3");
        assertThat(model.queue().study().get()).isEqualTo("s");
        assertThat(model.queue().atOnce().get()).isNull();

        model.queue().first(model.rows().subList(2, 4));
        tasks.tick();
        assertThat(StudyQueue.read(shelf, "s").first())
                .containsExactly("hybrid-0.50-nano-1", "hybrid-0.50-nano-2");
        assertThat(order())
                .endsWith("hybrid-0.50-nano-2: waiting 2", "cross-lingual-nano-1: waiting 3");

        model.queue().move(model.rows().get(3), 1);
        tasks.tick();
        assertThat(order())
                .endsWith("cross-lingual-nano-1: waiting 2", "hybrid-0.50-nano-2: waiting 3");

        model.queue().atOnce(2);
        assertThat(model.queue().atOnce().get()).isEqualTo(2);
        assertThat(StudyQueue.read(shelf, "s").atOnce()).isEqualTo(2);

        Files.writeString(shelf.studyQueue("s"), "{");
        tasks.tick();
        tasks.tick();
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0)).hasMessageContaining("queue.json:1");
        reported.clear();
    }

    private List<String> order() {
        return model.rows().stream()
                .map(row -> row.folder().id() + ": " + RunWords.word(row.news()))
                .toList();
    }

    @Test
    void showsTheNewestStudyFirstAndItsCurves() {
        Instant now = Instant.now();
        RunFixture old = run("a-old", RunFixture.MONOLINGUAL, 1);
        old.started(10).steps(10).event(new RunEvent.Finished(10, 1));
        pause();
        RunFixture young = run("b-new", RunFixture.CROSS_LINGUAL, 1);
        young.started(10).steps(4).event(new RunEvent.Finished(4, 1));
        assertThat(now).isBefore(Instant.now());
        model.shown();

        assertThat(model.rows())
                .extracting(row -> row.spec().study())
                .containsExactly("b-new", "a-old");
        assertThat(model.studies()).containsExactly("", "b-new", "a-old");
        assertThat(curves())
                .extracting(RunCurves.Curve::kind)
                .containsExactly(BatchKind.CROSS_LINGUAL);
        model.studyProperty().set("a-old");
        assertThat(model.rows()).extracting(row -> row.folder()).containsExactly(old.folder());
        assertThat(curves())
                .extracting(RunCurves.Curve::kind)
                .containsExactly(BatchKind.MONOLINGUAL);
    }

    @Test
    void saysWhyARunWasLeftBehind() {
        String why = "Left at step 25 of 100: its mAP of .512 was number 3 of 3.";
        run("s", RunFixture.HYBRID, 1)
                .started(100)
                .steps(25)
                .event(new RunEvent.Checkpointed(25))
                .event(new RunEvent.Dropped(25, why));
        model.shown();

        assertThat(RunWords.word(row().news())).isEqualTo("dropped");
        assertThat(RunWords.sentence(row().news())).startsWith(why);
        assertThat(row().news().mayStart()).as("it can still be trained to its end").isTrue();
    }

    @Test
    void expectsProbesOfARunUntilItIsOver() {
        RunFixture run = run("s", RunFixture.MONOLINGUAL, 1).started(100);
        hold(run);
        model.shown();
        assertThat(model.chart().probesComeProperty().get()).isTrue();

        run.steps(100).event(new RunEvent.Finished(100, 1));
        tasks.tick();
        assertThat(model.chart().probesComeProperty().get()).isFalse();
    }

    @Test
    void aRunThatHasTakenItsLastStepIsScored() {
        RunFixture run = run("s", RunFixture.MONOLINGUAL, 1).started(100).steps(99);
        hold(run);
        model.shown();
        assertThat(RunWords.word(row().news())).isEqualTo("running");

        run.steps(1);
        tasks.tick();
        assertThat(RunWords.word(row().news())).isEqualTo("scoring");
    }

    @Test
    void drawsASelectedRunOnceAnewAfterAResume() {
        RunFixture run = run("s", RunFixture.MONOLINGUAL, 1).started(100).steps(4);
        hold(run);
        model.shown();
        run.event(new RunEvent.Started(0, 100, 5));
        run.event(new RunEvent.Started(2, 100, 5));
        run.event(new RunEvent.Step(3, "monolingual", 7, 1e-3, 1, 100));
        tasks.tick();

        assertThat(curves().get(0).values()).extracting(CurvePoint::x).containsExactly(1., 2., 3.);
        assertThat(curves().get(0).values()).last().isEqualTo(new CurvePoint(3, 7));
    }

    @Test
    void drawsOnlyWhatChangedAndOnlyInView() {
        RunFixture run = run("s", RunFixture.MONOLINGUAL, 1).started(100).steps(4);
        hold(run);
        model.shown();
        RunCurves first = model.chart().figureProperty().get();
        tasks.tick();
        assertThat(model.chart().figureProperty().get()).isSameAs(first);
        model.hidden();
        model.chart().smoothingProperty().set(.5);
        assertThat(model.chart().figureProperty().get()).isSameAs(first);
        model.shown();
        assertThat(model.chart().figureProperty().get().view().smoothing()).isEqualTo(.5);
    }

    @Test
    void pausesAndResumesThroughTheMarker() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(100).steps(3);
        hold(run);
        model.shown();
        model.select(List.of(row()));
        model.pauseOrResume();
        assertThat(run.folder().pauseRequested()).isTrue();
        tasks.tick();
        assertThat(RunWords.word(row().news())).isEqualTo("pausing");
        run.event(new RunEvent.Paused(3));
        tasks.tick();
        assertThat(RunWords.word(row().news())).isEqualTo("paused");
        model.pauseOrResume();
        assertThat(run.folder().pauseRequested()).isFalse();
    }

    @Test
    void cancelsOnlyWhenTheQuestionIsAnswered() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(100).steps(3);
        hold(run);
        model.shown();
        model.select(List.of(row()));
        model.askToCancel();
        assertThat(model.confirmingCancelProperty().get()).isTrue();
        assertThat(run.folder().cancelRequested()).isFalse();
        model.cancel();
        assertThat(model.confirmingCancelProperty().get()).isFalse();
        assertThat(run.folder().cancelRequested()).isTrue();
    }

    @Test
    void startsAgainWhatBrokeOffAndNothingElse() {
        RunFixture done = run("s", RunFixture.HYBRID, 1).started(10);
        done.steps(10).event(new RunEvent.Finished(10, 1));
        RunFixture failed = run("s", RunFixture.HYBRID, 2).started(10);
        failed.event(new RunEvent.Failed("x"));
        RunFixture died = run("s", RunFixture.HYBRID, 3).started(10).steps(2);
        model.shown();
        model.select(List.copyOf(model.rows()));
        model.start();

        assertThat(launched).containsExactly(failed.folder(), died.folder());
    }

    @Test
    void startsARunOnceHoweverOftenItIsAsked() {
        RunFixture died = run("s", RunFixture.HYBRID, 1).started(10).steps(2);
        model.shown();
        model.select(List.of(row()));
        model.start();
        model.start();
        tasks.tick();
        model.start();
        assertThat(launched).containsExactly(died.folder());
        assertThat(model.launching()).containsOnlyKeys(row());

        died.event(new RunEvent.Launched("local", 1));
        lookSeldom();
        assertThat(model.launching()).isEmpty();
    }

    @Test
    void showsWhyARunWaitsInAQueueAndDoesNotOfferToStartItHere() {
        String why = "Slurm job 17 waits: no node is free (Resources).";
        RunFixture queued = run("s", RunFixture.HYBRID, 1);
        model.shown();
        assertThat(row().news().mayStart()).as("nobody is to start it").isTrue();

        queued.event(new RunEvent.Queued("slurm", "17", why));
        lookSeldom();

        assertThat(RunWords.word(row().news())).isEqualTo("waiting");
        assertThat(RunWords.sentence(row().news())).isEqualTo(why);
        assertThat(row().news().mayStart()).isFalse();
        assertThat(row().news().mayCancel()).isTrue();
        queued.folder().requestCancel();
        lookSeldom();
        assertThat(row().news().mayStart()).as("nobody may see to the cancelling").isTrue();
    }

    @Test
    void offersNoPauseWhileARunIsScored() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(10).steps(9);
        hold(run);
        model.shown();
        assertThat(row().news().mayPause()).isTrue();
        run.steps(1).event(new RunEvent.Progressed("scores xquad-r", 0, 11));
        tasks.tick();
        assertThat(row().news().mayPause()).isFalse();
    }

    @Test
    void showsTheLastWordsOfAStudyThatDiedAtItsStart() throws IOException {
        run("s", RunFixture.HYBRID, 1);
        model.shown();
        RunShelf shelf = new RunShelf(folder);
        Files.writeString(shelf.studyLog("s"), "reads\nisogloss: the data is gone\n");
        lookSeldom();
        lookSeldom();
        model.select(List.of(row()));

        assertThat(model.logProperty().get())
                .containsExactly("reads", "isogloss: the data is gone");
        assertThat(reported).singleElement().asString().contains("study ’s’", "the data is gone");
        reported.clear();
    }

    @Test
    void showsTheOtherRunsWhenALogCannotBeRead() throws IOException {
        RunFixture broken = run("s", RunFixture.HYBRID, 1);
        run("s", RunFixture.HYBRID, 2);
        Path log = broken.folder().path().resolve("events.jsonl");
        Files.delete(log);
        Files.createDirectory(log);
        model.shown();
        lookSeldom();

        assertThat(row().spec().seed()).isEqualTo(2);
        assertThat(reported).singleElement().asString().contains("events.jsonl");
        reported.clear();
    }

    @Test
    void showsTheLogOfTheOneSelectedRun() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).log("a\nb\n");
        model.shown();
        model.select(List.of(row()));
        assertThat(model.logProperty().get()).containsExactly("a", "b");
        assertThat(run.folder().processLog()).exists();
        model.select(List.of());
        assertThat(model.logProperty().get()).isEmpty();
    }

    @Test
    void readsTenThousandStepsAtOnce() {
        RunFixture run = run("s", RunFixture.HYBRID, 1).started(10_000).steps(10_000);
        hold(run);
        long begun = System.nanoTime();
        model.shown();
        System.out.printf(
                "10,000 steps read and prepared in %d ms%n",
                (System.nanoTime() - begun) / 1_000_000);

        assertThat(row().state().step()).isEqualTo(10_000);
        assertThat(curves()).hasSize(2);
        assertThat(curves().stream().mapToInt(curve -> curve.values().size()).sum())
                .isEqualTo(10_000);
    }

    @Test
    void writesTimesInTheirTwoLargestUnits() {
        assertThat(RunWords.span(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(RunWords.span(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(RunWords.span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(RunWords.span(Duration.ofHours(27))).isEqualTo("1 d 3 h");
    }

    private RunRow row() {
        assertThat(model.rows()).hasSize(1);
        return model.rows().get(0);
    }

    private List<RunCurves.Curve> curves() {
        return model.chart().figureProperty().get().curves();
    }

    private void lookSeldom() {
        for (int i = 0; i < UNTIL_A_SELDOM_LOOK; i++) {
            tasks.tick();
        }
    }

    private RunFixture run(
            String study, org.isogloss.experiment.StrategyChoice strategy, long seed) {
        RunFixture run = RunFixture.create(folder, study, strategy, seed);
        open.add(run);
        return run;
    }

    private RunLock hold(RunFixture run) {
        RunLock lock = run.folder().lock().orElseThrow();
        open.add(lock);
        return lock;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Recorder implements Launcher {
        @Override
        public String id() {
            return "recorder";
        }

        @Override
        public String description() {
            return "writes down what it is asked to start";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            launched.add(run);
            return CompletableFuture.completedFuture(null);
        }
    }

    private final class Reports implements Messages {
        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        @Override
        public void report(Throwable error) {
            reported.add(error);
        }
    }
}
