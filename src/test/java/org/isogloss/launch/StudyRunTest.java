package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.SampleStudies;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.WarmStart;
import org.isogloss.run.EventLog;
import org.isogloss.run.FrozenSpec;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StudyRunTest {
    @TempDir private Path folder;
    private RunShelf shelf;
    private Study study;

    @BeforeEach
    void prepare() throws IOException {
        Path data = Files.writeString(folder.resolve("facts.tsv"), "en\tde\n");
        shelf = new RunShelf(folder.resolve("runs"));
        study = SampleStudies.small("s", data.toString());
    }

    @Test
    void launchesEveryRunInTheOrderOfThePlan() throws InterruptedException {
        Fake launcher = new Fake(StudyRunTest::finish);

        assertThat(work(launcher, 1))
                .extracting(run -> run.state().phase())
                .containsOnly(RunPhase.FINISHED);
        assertThat(launcher.launched)
                .containsExactly(
                        "monolingual-nano-1",
                        "hybrid-0.50-nano-1",
                        "monolingual-nano-2",
                        "hybrid-0.50-nano-2");
    }

    @Test
    void skipsWhatHasFinishedAndGoesOnWithWhatDied() throws InterruptedException {
        List<RunFolder> runs = new StudyRun(shelf, new Fake(run -> {})).prepare(study);
        finish(runs.get(0));
        append(runs.get(1), new RunEvent.Started(0, 10, 5));
        assertThat(runs.get(1).state().phase()).isEqualTo(RunPhase.DIED);
        append(runs.get(2), new RunEvent.Cancelled(3));
        append(runs.get(3), new RunEvent.Failed("x"));
        Fake launcher = new Fake(StudyRunTest::finish);
        work(launcher, 1);

        assertThat(launcher.launched)
                .containsExactly("hybrid-0.50-nano-1", "monolingual-nano-2", "hybrid-0.50-nano-2");
    }

    @Test
    void waitsForARunThatAnotherProcessHolds() throws Exception {
        Fake launcher = new Fake(StudyRunTest::finish);

        workBesideAHolder(launcher, run -> {});

        assertThat(launcher.launched).hasSize(3).doesNotContain("monolingual-nano-1");
    }

    @Test
    void goesOnWithARunWhoseOtherProcessDiesMeanwhile() throws Exception {
        Fake launcher = new Fake(StudyRunTest::finish);

        workBesideAHolder(launcher, run -> append(run, new RunEvent.Started(0, 10, 5)));

        assertThat(launcher.launched).hasSize(4).endsWith("monolingual-nano-1");
    }

    /** The holder of the first run gives it up, after some work, once the study waits for it. */
    private void workBesideAHolder(Fake launcher, Consumer<RunFolder> holder) throws Exception {
        List<RunFolder> runs = new StudyRun(shelf, new Fake(run -> {})).prepare(study);
        holder.accept(runs.get(0));
        RunLock lock = runs.get(0).lock().orElseThrow();
        Thread work =
                new Thread(
                        () -> {
                            try {
                                work(launcher, 1);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        work.start();
        Thread.sleep(500);
        assertThat(launcher.launched).as("one job, and that is taken").isEmpty();

        lock.close();
        work.join();
    }

    @Test
    void refusesAnotherRecipeUnderTheSameNameAndKeepsTheOldStudy() {
        StudyRun work = new StudyRun(shelf, new Fake(run -> {}));
        work.prepare(study);
        Study other = SampleStudies.withSteps(study, 99);

        assertThatThrownBy(() -> work.prepare(other.withSeeds(List.of(7L))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("with another recipe; give the study another name");
        assertThat(Study.read(shelf.studyFile("s"))).isEqualTo(study);
    }

    @Test
    void trainsWarmStartsOnceAndBeforeWhatStartsFromThem() throws InterruptedException {
        study = warm(study);
        Fake launcher = new Fake(StudyRunTest::finishWithModel);
        List<RunFolder> runs = work(launcher, 2);

        assertThat(launcher.launched.get(0)).isEqualTo("cross-lingual-nano-5");
        assertThat(launcher.launched.subList(1, 5))
                .containsExactlyInAnyOrder(
                        "monolingual-nano-1",
                        "hybrid-0.50-nano-1",
                        "monolingual-nano-2",
                        "hybrid-0.50-nano-2");
        assertThat(runs)
                .allSatisfy(
                        run -> {
                            FrozenSpec frozen = run.frozen();
                            Path model = frozen.spec().backbone().directory().orElseThrow();
                            assertThat(model)
                                    .isEqualTo(
                                            shelf.path()
                                                    .resolve("s-start/cross-lingual-nano-5/model"));
                            assertThat(frozen.sha256()).containsKey(model.toString());
                        });

        study = study.withSeeds(List.of(1L, 2L, 3L));
        work(launcher, 1);
        assertThat(launcher.launched.subList(5, launcher.launched.size()))
                .as("more seeds: neither the start nor what has finished is trained again")
                .containsExactly("monolingual-nano-3", "hybrid-0.50-nano-3");
    }

    @Test
    void startsNothingFromAWarmStartThatFailed() throws InterruptedException {
        study = warm(study);
        Fake launcher = new Fake(run -> append(run, new RunEvent.Failed("no memory")));
        List<RunFolder> runs = work(launcher, 1);

        assertThat(launcher.launched).containsExactly("cross-lingual-nano-5");
        assertThat(runs).extracting(RunFolder::id).containsExactly("cross-lingual-nano-5");
        assertThat(new StudyRun(shelf, launcher).prepare(study))
                .as("seen waiting: the start, and nothing that has no model to start from")
                .extracting(RunFolder::id)
                .containsExactly("cross-lingual-nano-5");
    }

    @Test
    void refusesAnotherWarmStartUnderTheSameName() throws InterruptedException {
        study = warm(study);
        work(new Fake(StudyRunTest::finishWithModel), 1);
        Study other =
                new Study(
                        study.name(),
                        study.title(),
                        study.strategies(),
                        study.backbones(),
                        study.seeds(),
                        study.recipe(),
                        new WarmStart(study.warmStart().strategy(), 6, study.warmStart().recipe()));
        study = other;
        Fake again = new Fake(StudyRunTest::finishWithModel);

        assertThatThrownBy(() -> work(again, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds a run of the same name with another spec");
    }

    @Test
    void refusesAWarmStartOfAnotherLengthUnderTheSameName() throws InterruptedException {
        study = warm(study);
        work(new Fake(StudyRunTest::finishWithModel), 1);
        Recipe recipe = study.recipe();
        Map<String, Double> longer = new TreeMap<>(recipe.optimisation());
        longer.merge("steps", 1.0, Double::sum);
        study =
                new Study(
                        study.name(),
                        study.title(),
                        study.strategies(),
                        study.backbones(),
                        List.of(3L),
                        recipe,
                        new WarmStart(
                                study.warmStart().strategy(),
                                study.warmStart().seed(),
                                new Recipe(
                                        recipe.training(),
                                        recipe.validation(),
                                        recipe.evaluation(),
                                        recipe.batches(),
                                        longer,
                                        recipe.encoding())));
        Fake again = new Fake(StudyRunTest::finishWithModel);

        assertThatThrownBy(() -> work(again, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a run of study 's-start' with another recipe");
        assertThat(again.launched).isEmpty();
    }

    @Test
    void waitsWithAMeanOfTwoModelsUntilBothAreThere() throws InterruptedException {
        study = withMean(study);
        List<String> early = new ArrayList<>();
        Fake launcher =
                new Fake(
                        run -> {
                            for (String source : run.frozen().spec().sources()) {
                                RunFolder one = new RunFolder(run.path().resolveSibling(source));
                                if (one.state().phase() != RunPhase.FINISHED) {
                                    early.add(run.id());
                                }
                            }
                            pause();
                            finish(run);
                        });
        List<RunFolder> runs = work(launcher, 4);

        assertThat(early).isEmpty();
        assertThat(runs).hasSize(6).allMatch(run -> run.state().phase() == RunPhase.FINISHED);
    }

    @Test
    void leavesAMeanForLaterWhereOneOfItsModelsIsMissing() throws InterruptedException {
        study = withMean(study).withSeeds(List.of(1L));
        Fake failing =
                new Fake(
                        run -> {
                            if (run.id().startsWith("hybrid")) {
                                append(run, new RunEvent.Failed("no memory"));
                            } else {
                                finish(run);
                            }
                        });
        List<RunFolder> runs = work(failing, 2);

        assertThat(failing.launched).containsExactly("monolingual-nano-1", "hybrid-0.50-nano-1");
        assertThat(runs.get(2).state().phase()).isEqualTo(RunPhase.WAITING);

        Fake again = new Fake(StudyRunTest::finish);
        work(again, 2);
        assertThat(again.launched)
                .containsExactly(
                        "hybrid-0.50-nano-1", "interpolation-monolingual-hybrid-0.50-nano-1");
    }

    private static Study withMean(Study study) {
        List<StrategyChoice> rows = new ArrayList<>(study.strategies());
        rows.add(
                new StrategyChoice(
                        "interpolation", Map.of(), List.of("monolingual", "hybrid-0.50")));
        return new Study(
                study.name(),
                study.title(),
                rows,
                study.backbones(),
                study.seeds(),
                study.recipe());
    }

    private static Study warm(Study study) {
        return new Study(
                study.name(),
                study.title(),
                study.strategies(),
                study.backbones(),
                study.seeds(),
                study.recipe(),
                new WarmStart(StrategyChoice.of("cross-lingual"), 5, study.recipe()));
    }

    private static void finishWithModel(RunFolder run) {
        try {
            Files.createDirectories(run.model());
            Files.writeString(run.model().resolve("model.safetensors"), run.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finish(run);
    }

    @Test
    void runsNoMoreAtATimeThanAskedFor() throws InterruptedException {
        AtomicInteger most = new AtomicInteger();
        Fake launcher = countingHowManyWorkAtATime(most);
        work(launcher, 2);

        assertThat(most.get()).isEqualTo(2);
        assertThat(launcher.launched).hasSize(4);
    }

    /** Each run waits for another beside it, if one comes in time. */
    private static Fake countingHowManyWorkAtATime(AtomicInteger most) {
        AtomicInteger now = new AtomicInteger();
        return new Fake(
                run -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    for (int i = 0; i < 100 && most.get() < 2; i++) {
                        pause();
                    }
                    now.decrementAndGet();
                    finish(run);
                });
    }

    @Test
    void startsWhatTheQueuePutsFirstAlsoWhereItChangesMeanwhile() throws InterruptedException {
        new StudyQueue(List.of("hybrid-0.50-nano-2", "unknown"), null).write(shelf, "s");
        Fake launcher =
                new Fake(
                        run -> {
                            StudyQueue.read(shelf, "s")
                                    .withFirst(List.of("monolingual-nano-2"))
                                    .write(shelf, "s");
                            finish(run);
                        });
        work(launcher, 1);

        assertThat(launcher.launched)
                .containsExactly(
                        "hybrid-0.50-nano-2",
                        "monolingual-nano-2",
                        "monolingual-nano-1",
                        "hybrid-0.50-nano-1");
    }

    @Test
    void runsAsManyAtATimeAsTheQueueSays() throws InterruptedException {
        StudyQueue.PLANNED.withAtOnce(2).write(shelf, "s");
        AtomicInteger most = new AtomicInteger();
        Fake launcher = countingHowManyWorkAtATime(most);
        work(launcher, 1);

        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void refusesToBeginWithAQueueThatCannotBeReadButGoesOnWhereItBreaksMeanwhile()
            throws Exception {
        Files.createDirectories(shelf.studyQueue("s").getParent());
        Files.writeString(shelf.studyQueue("s"), "{\"first\":\n 3}");
        assertThatThrownBy(() -> work(new Fake(StudyRunTest::finish), 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("queue.json:2");

        StudyQueue.PLANNED.withFirst(List.of("monolingual-nano-2")).write(shelf, "s");
        Fake launcher =
                new Fake(
                        run -> {
                            try {
                                Files.writeString(shelf.studyQueue("s"), "{");
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            finish(run);
                        });
        List<String> told = new ArrayList<>();
        new StudyRun(shelf, launcher, told::add)
                .run(study, 1, (run, state) -> {}, Cancellation.NEVER);
        assertThat(launcher.launched).hasSize(4).startsWith("monolingual-nano-2");
        assertThat(told)
                .singleElement()
                .asString()
                .contains("queue.json:1", "the study goes on in the order it had");
    }

    @Test
    void leavesOutARunThatIsCancelledWhileItWaits() throws InterruptedException {
        List<RunFolder> runs = new StudyRun(shelf, new Fake(run -> {})).prepare(study);
        Fake launcher =
                new Fake(
                        run -> {
                            runs.get(3).requestCancel();
                            finish(run);
                        });
        work(launcher, 1);

        assertThat(launcher.launched).hasSize(3).doesNotContain(runs.get(3).id());
        assertThat(runs.get(3).state().phase()).isEqualTo(RunPhase.CANCELLED);
    }

    @Test
    void forgetsACancellationOfAnEarlierTime() throws InterruptedException {
        List<RunFolder> runs = new StudyRun(shelf, new Fake(run -> {})).prepare(study);
        runs.get(3).requestCancel();
        append(runs.get(3), new RunEvent.Cancelled(5));
        Fake launcher = new Fake(StudyRunTest::finish);
        work(launcher, 1);

        assertThat(launcher.launched).hasSize(4);
    }

    @Test
    void heedsACancellationThatCameBeforeItBegan() throws InterruptedException {
        List<RunFolder> runs = new StudyRun(shelf, new Fake(run -> {})).prepare(study);
        runs.get(3).requestCancel();
        Fake launcher = new Fake(StudyRunTest::finish);
        work(launcher, 1);

        assertThat(launcher.launched).hasSize(3).doesNotContain(runs.get(3).id());
        assertThat(runs.get(3).state().phase()).isEqualTo(RunPhase.CANCELLED);
    }

    @Test
    void asksRunningRunsToStopAndStartsNoMoreWhenItIsStopped() throws InterruptedException {
        Fake launcher =
                new Fake(
                        run -> {
                            while (!run.cancelRequested()) {
                                pause();
                            }
                            append(run, new RunEvent.Cancelled(1));
                        });
        Cancellation stop = () -> !launcher.launched.isEmpty();
        List<RunFolder> runs =
                new StudyRun(shelf, launcher).run(study, 1, (run, state) -> {}, stop);

        assertThat(launcher.launched).containsExactly("monolingual-nano-1");
        assertThat(runs)
                .extracting(run -> run.state().phase())
                .containsExactly(
                        RunPhase.CANCELLED, RunPhase.WAITING, RunPhase.WAITING, RunPhase.WAITING);
    }

    @Test
    void refusesAStudyThatAnotherProcessWorksThrough() {
        try (RunLock lock = RunLock.take(shelf.studyLock("s")).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> work(new Fake(StudyRunTest::finish), 1))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("another process works through study 's'");
        }
    }

    @Test
    void refusesDataThatChangedSinceTheFolderWasMade() throws Exception {
        work(new Fake(StudyRunTest::finish), 1);
        Files.writeString(folder.resolve("facts.tsv"), "en\tfr\n");

        assertThatThrownBy(() -> work(new Fake(StudyRunTest::finish), 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("other data");
    }

    private List<RunFolder> work(Fake launcher, int jobs) throws InterruptedException {
        return new StudyRun(shelf, launcher)
                .run(study, jobs, (run, state) -> {}, Cancellation.NEVER);
    }

    private static void finish(RunFolder run) {
        append(run, new RunEvent.Finished(10, 1));
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does a run's work on another thread. */
    private static final class Fake implements Launcher {
        private final List<String> launched = new ArrayList<>();
        private final Consumer<RunFolder> work;

        Fake(Consumer<RunFolder> work) {
            this.work = work;
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String description() {
            return "does the work itself";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            launched.add(run.id());
            // A thread each: the common pool of a small machine runs one at a time.
            return CompletableFuture.runAsync(
                    () -> work.accept(run), task -> new Thread(task, run.id()).start());
        }
    }
}
