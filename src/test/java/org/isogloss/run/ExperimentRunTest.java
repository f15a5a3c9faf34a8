package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.MacroIntervals;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Recipe;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.retrieval.TrecRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class ExperimentRunTest {
    private static final int QUESTIONS = 3 * 20;

    @TempDir private Path folder;

    @Test
    void leavesEverythingThatTheNextStageOrAReaderNeeds() throws IOException {
        RunFolder run = create(20);

        RunPhase ended = execute(run, Cancellation.NEVER);

        assertThat(ended).isEqualTo(RunPhase.FINISHED);
        assertThat(run.state().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(run.state().evaluations())
                .containsOnlyKeys("probe:held-out", RunEvent.VALIDATION, "held-out");
        assertThat(new ModelDirectory(run.model()).config().hidden()).isEqualTo(16);
        ResultFolder results = run.results("held-out");
        assertThat(TrecRun.read(results.ranking())).hasSize(20 * QUESTIONS);
        Evaluation stored = results.evaluation().orElseThrow();
        List<Score> scores = ScoreFile.read(results.scores());
        assertThat(stored)
                .as("the summary is what the scores add up to")
                .isEqualTo(
                        Evaluation.of("held-out", QUESTIONS, QUESTIONS, scores)
                                .withZeroShot(run.zeroShot().orElseThrow().sentence("held-out"))
                                .withIntervals(MacroIntervals.of("held-out", scores)));
        assertThat(run.evaluations()).containsExactly(stored);
        assertThat(run.path().resolve("environment.json")).content().contains("PyTorch");
    }

    @Test
    void stopsAtAStepAndComesToTheVeryWeightsOfARunThatNeverDid() throws IOException {
        RunFolder whole = create(40);
        execute(whole, Cancellation.NEVER);
        byte[] weights = Files.readAllBytes(whole.model().resolve("model.safetensors"));
        List<Double> rates = rates(whole);
        Files.move(whole.path(), whole.path().resolveSibling("whole"));
        RunFolder run = create(40);

        for (int rung : new int[] {15, 15, 27}) {
            RunPhase ended =
                    new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1), false, rung)
                            .execute(Cancellation.NEVER, Progress.NONE);
            assertThat(ended).isEqualTo(RunPhase.WAITING);
            assertThat(run.state().phase()).isEqualTo(RunPhase.WAITING);
            assertThat(run.state().step()).isEqualTo(rung);
            assertThat(run.state().steps()).isEqualTo(40);
            assertThat(run.checkpoints()).isDirectoryContaining("glob:**/step-0000" + rung);
            assertThat(run.model()).doesNotExist();
            assertThat(run.evaluations()).isEmpty();
        }
        assertThat(execute(run, Cancellation.NEVER)).isEqualTo(RunPhase.FINISHED);
        assertThat(rates(run)).as("the schedule of all its steps").isEqualTo(rates);
        assertThat(run.model().resolve("model.safetensors")).hasBinaryContent(weights);
    }

    private static List<Double> rates(RunFolder run) {
        return run.tail().poll().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.Step.class::isInstance)
                .map(event -> ((RunEvent.Step) event).lr())
                .toList();
    }

    @Test
    void writesDownWhatWasTrainedOnAsItCanBeDrawnAgain() throws IOException {
        RunFolder run = create(20);
        execute(run, Cancellation.NEVER);
        Exposure written = run.exposure().orElseThrow();
        Files.delete(run.path().resolve("exposure.json"));

        assertThat(written.steps()).isPositive();
        assertThat(Exposure.of(run, PoolPlace.NONE)).isEqualTo(written);
    }

    @Test
    void keepsTheSizeOfItsModelWhereTheModelIsDeleted() throws IOException {
        RunFolder run = create(20);
        execute(run, Cancellation.NEVER);
        ModelSize size = ModelSize.of(run).orElseThrow();
        Files.delete(run.path().resolve("model-size.json"));
        assertThat(ModelSize.of(run)).as("by its configuration").contains(size);
        run.saveModelSize(size);
        Files.delete(run.model().resolve("config.json"));

        assertThat(ModelSize.of(run)).as("as it was written down").contains(size);
    }

    @Test
    void saysInTheModelCardWhatTheTrainingDataHaveInCommonWithTheTestData() throws IOException {
        RunFolder run = create(10);
        execute(run, Cancellation.NEVER);

        OverlapVerdict verdict = run.zeroShot().orElseThrow().report().verdict("held-out");

        assertThat(verdict.outcome())
                .as("numbered lands: every question follows a pattern, none was asked")
                .isEqualTo(OverlapVerdict.Outcome.ZERO_SHOT);
        assertThat(verdict.samePattern()).isEqualTo(QUESTIONS);
        assertThat(run.model().resolve("README.md")).content().contains(verdict.sentence());
        assertThat(run.results("held-out").summary()).content().contains(verdict.sentence());
    }

    @Test
    void saysInTheModelCardHowGoodItIsAndWhoseLicencesHold() throws IOException {
        Files.writeString(folder.resolve("LICENSE.txt"), "\n A licence of 2026 \nand more");
        RunFolder run = create(10);
        execute(run, Cancellation.NEVER);

        Macro macro = run.evaluations().get(0).macro();

        assertThat(run.model().resolve("README.md"))
                .content()
                .contains(
                        String.format(
                                Locale.ROOT,
                                "| `held-out` | %.4f | %.4f | %.4f |",
                                macro.monolingualMap(),
                                macro.crossLingualMap(),
                                macro.multilingualMap()))
                .contains(
                        "- training data `train.jsonl`: see its `LICENSE.txt` (A licence of 2026)");
    }

    @Test
    void leavesOutOfTrainingWhatOverlapsWhenAskedTo() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Path train = folder.resolve("train.jsonl");
        Path test = folder.resolve("held-out.jsonl");
        List<String> leaked = Files.readAllLines(test).subList(0, 3);
        Files.write(train, leaked, StandardOpenOption.APPEND);
        Recipe recipe = spec.recipe();
        ExperimentSpec without =
                new ExperimentSpec(
                        spec.study(),
                        spec.strategy(),
                        spec.backbone(),
                        spec.seed(),
                        new Recipe(
                                recipe.training(),
                                recipe.validation(),
                                recipe.evaluation(),
                                recipe.batches(),
                                recipe.optimisation(),
                                recipe.encoding(),
                                true,
                                List.of()));
        RunFolder run =
                RunFolder.create(folder.resolve("runs"), without, new Fingerprints().of(without));

        execute(run, Cancellation.NEVER);

        ZeroShot zeroShot = run.zeroShot().orElseThrow();
        assertThat(zeroShot.leftOut()).containsExactly(List.of("land-60", "land-61", "land-62"));
        assertThat(zeroShot.report().verdict("held-out").outcome())
                .isEqualTo(OverlapVerdict.Outcome.ZERO_SHOT);
        assertThat(zeroShot.report().pairs().get(0).trainingItems()).isEqualTo(40);
        assertThat(run.evaluations().get(0).zeroShot())
                .endsWith("overlapping training items left out: 3");
    }

    @Test
    void saysThatTheBestCheckpointIsChosenOnTestQuestions() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Path test = folder.resolve("held-out.jsonl");
        List<String> leaked = Files.readAllLines(test).subList(0, 2);
        Files.write(folder.resolve("validation.jsonl"), leaked, StandardOpenOption.APPEND);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));

        execute(run, Cancellation.NEVER);

        assertThat(run.zeroShot().orElseThrow().report().verdict("held-out").outcome())
                .isEqualTo(OverlapVerdict.Outcome.ZERO_SHOT);
        assertThat(run.evaluations().get(0).zeroShot())
                .startsWith("zero-shot")
                .endsWith("validation data hold 6 of its questions and 6 of its passages");
    }

    @Test
    void logsEveryStepOnceInOrder() throws IOException {
        RunFolder run = create(20);
        execute(run, Cancellation.NEVER);

        List<Integer> steps =
                run.tail().poll().stream()
                        .map(LoggedEvent::event)
                        .filter(RunEvent.Step.class::isInstance)
                        .map(event -> ((RunEvent.Step) event).step())
                        .toList();

        assertThat(steps).hasSize(20).isSorted().doesNotHaveDuplicates().contains(1, 20);
    }

    @Test
    void endsWithTheSameWeightsWhenItWasCancelledAndResumed() throws IOException {
        RunFolder straight = create(30);
        execute(straight, Cancellation.NEVER);
        RunFolder broken = create("elsewhere", 30);

        RunPhase first = execute(broken, () -> broken.state().step() >= 13);
        RunPhase second = execute(broken, Cancellation.NEVER);

        assertThat(List.of(first, second)).containsExactly(RunPhase.CANCELLED, RunPhase.FINISHED);
        assertThat(broken.model().resolve("model.safetensors"))
                .hasSameBinaryContentAs(straight.model().resolve("model.safetensors"));
        assertThat(broken.evaluations()).isEqualTo(straight.evaluations());
    }

    @Test
    void learnsTheSameWeightsWhetherItIsProbedOrNot() throws IOException {
        RunFolder probed = create("probed", 20, Map.of("probes", 5.0, "probeQuestions", 7.0));
        RunFolder alone = create("alone", 20, Map.of("probes", 0.0));
        execute(probed, Cancellation.NEVER);
        execute(alone, Cancellation.NEVER);

        assertThat(probes(alone)).isEmpty();
        assertThat(probes(probed))
                .extracting(RunEvent.Evaluated::step)
                .containsExactly(0, 4, 8, 12, 16, 20);
        assertThat(probes(probed)).allSatisfy(p -> assertThat(p.seconds()).isPositive());
        assertThat(probed.model().resolve("model.safetensors"))
                .hasSameBinaryContentAs(alone.model().resolve("model.safetensors"));
        assertThat(probed.results("held-out").scores())
                .hasSameBinaryContentAs(alone.results("held-out").scores());
    }

    @Test
    void probesWithAllQuestionsWhatTheEvaluationFinds() throws IOException {
        RunFolder run = create("all", 20, Map.of("probes", 1.0, "probeQuestions", 1000.0));
        execute(run, Cancellation.NEVER);

        assertThat(probes(run).get(1).values())
                .isEqualTo(run.evaluations().get(0).macro().byName());
    }

    private static List<RunEvent.Evaluated> probes(RunFolder run) {
        return run.tail().poll().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.Evaluated.class::isInstance)
                .map(RunEvent.Evaluated.class::cast)
                .filter(measured -> measured.on().equals("probe:held-out"))
                .toList();
    }

    @Test
    void refusesDataThatHaveChangedSinceTheRunWasMade() throws IOException {
        RunFolder run = create(10);
        Path data = folder.resolve("held-out.jsonl");
        Files.writeString(data, Files.readString(data).replace("capital", "main town"));

        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("held-out.jsonl: has changed since the run was made");
        assertThat(run.state().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(run.state().message()).contains("has changed");
    }

    @Test
    void findsABrokenCollectionBeforeItTrains() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Files.writeString(folder.resolve("held-out.jsonl"), "{\"id\": ");
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));

        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("held-out.jsonl");
        assertThat(run.state().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(run.state().steps()).as("training has not begun").isZero();
    }

    @Test
    void refusesTextsLongerThanTheModelTakesBeforeItTrains() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Recipe recipe = spec.recipe();
        ExperimentSpec cut =
                new ExperimentSpec(
                        spec.study(),
                        spec.strategy(),
                        spec.backbone(),
                        spec.seed(),
                        new Recipe(
                                recipe.training(),
                                recipe.validation(),
                                recipe.evaluation(),
                                recipe.batches(),
                                recipe.optimisation(),
                                new Encoding(null, 1000, null, null, false)));
        RunFolder run = RunFolder.create(folder.resolve("runs"), cut, new Fingerprints().of(cut));

        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessage("maxTokens is 1000, but this model takes at most 32");
        assertThat(run.state().steps()).as("training has not begun").isZero();
    }

    @Test
    void trainsOnlyInTheLanguagesOfTheRecipe() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Recipe recipe = spec.recipe();
        ExperimentSpec elsewhere =
                new ExperimentSpec(
                        spec.study(),
                        spec.strategy(),
                        spec.backbone(),
                        spec.seed(),
                        new Recipe(
                                recipe.training(),
                                recipe.validation(),
                                recipe.evaluation(),
                                recipe.batches(),
                                recipe.optimisation(),
                                recipe.encoding(),
                                false,
                                List.of(new Lang("fi"))));
        RunFolder run =
                RunFolder.create(
                        folder.resolve("runs"), elsewhere, new Fingerprints().of(elsewhere));

        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has nothing in the languages chosen, [fi]");
        assertThat(run.state().steps()).as("training has not begun").isZero();
    }

    @Test
    void keepsTheFirstCauseWhenEvenTheLogFails() {
        EventLog log = new EventLog(folder.resolve("events.jsonl"), Clock.systemUTC());
        log.close();
        LinkageError cause = new LinkageError("no natives for this machine");

        ExperimentRun.fail(log, cause);

        assertThat(cause.getSuppressed()).hasSize(1);
    }

    @Test
    void refusesARunThatAnotherProcessWorksOn() throws IOException {
        RunFolder run = create(10);
        try (RunLock lock = run.lock().orElseThrow()) {
            assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("another process works on this run");
        }
    }

    @Test
    void whatASchedulerStartedWaitsForTheProcessThatStillEnds() throws Exception {
        RunFolder run = create(20);
        RunLock ending = run.lock().orElseThrow();
        CompletableFuture<Void> ended =
                CompletableFuture.runAsync(
                        ending::close,
                        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));

        RunPhase phase =
                new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1), true)
                        .execute(Cancellation.NEVER, Progress.NONE);

        assertThat(ended).isCompleted();
        assertThat(phase).isEqualTo(RunPhase.FINISHED);
    }

    private RunFolder create(int steps) throws IOException {
        return create("runs", steps);
    }

    private RunFolder create(String shelf, int steps) throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, steps).plan().get(0);
        return RunFolder.create(folder.resolve(shelf), spec, new Fingerprints().of(spec));
    }

    private RunFolder create(String shelf, int steps, Map<String, Double> more) throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, steps).plan().get(0);
        Recipe recipe = spec.recipe();
        Map<String, Double> optimisation = new HashMap<>(recipe.optimisation());
        optimisation.putAll(more);
        ExperimentSpec other =
                new ExperimentSpec(
                        spec.study(),
                        spec.strategy(),
                        spec.backbone(),
                        spec.seed(),
                        new Recipe(
                                recipe.training(),
                                recipe.validation(),
                                recipe.evaluation(),
                                recipe.batches(),
                                optimisation,
                                recipe.encoding()));
        return RunFolder.create(folder.resolve(shelf), other, new Fingerprints().of(other));
    }

    private static RunPhase execute(RunFolder run, Cancellation stop) {
        return new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1))
                .execute(stop, Progress.NONE);
    }
}
