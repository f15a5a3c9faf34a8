package org.isogloss.ui.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.Hybrid;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.WarmStart;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignViewModelTest {
    private static final Path DATA = Path.of("sample-data/world-facts").toAbsolutePath();
    private static final Setting ALPHA = Hybrid.ALPHA;

    @TempDir private Path folder;
    private final List<Study> started = new ArrayList<>();
    private RunShelf shelf;
    private Path sample;
    private DesignViewModel model;

    @BeforeEach
    void open() {
        shelf = new RunShelf(folder.resolve("runs"));
        sample = folder.resolve("sample.json");
        JsonFile.write(sample, small(Study.read(DATA.resolve("study.json"))));
        model = model(Optional.of(sample));
    }

    /** The sample study on less data, so that tests are fast. */
    private static Study small(Study study) {
        Recipe recipe = study.recipe();
        return new Study(
                study.name(),
                study.title(),
                study.strategies(),
                study.backbones(),
                study.seeds(),
                new Recipe(
                        List.of(TrainingSet.of(DATA.resolve("validation.jsonl").toString())),
                        List.of(),
                        List.of(DataSource.of(DATA.resolve("unseen-countries.jsonl").toString())),
                        new Batches(16, 1, false),
                        recipe.optimisation(),
                        recipe.encoding()));
    }

    @Test
    void keepsMeansOfModelsAndSaysWhichRowTheyMiss() {
        Study study = Study.read(Path.of("sample-data/studies/laptop-interpolation.json"));
        JsonFile.write(sample, study);
        model.open(sample);

        assertThat(model.study()).contains(study);
        assertThat(model.strategy().get().trained()).as("batches are drawn of it").isTrue();
        model.tick("mixed", true);
        assertThat(model.draft().get().strategies().get(5).id()).isEqualTo("mixed");

        model.tick("monolingual", false);
        assertThat(model.study()).isEmpty();
        assertThat(DraftCheck.of(model.draft().get()))
                .extracting(DraftFlaw::sentence)
                .anyMatch(said -> said.contains("interpolation-0.25 is a mean of 'monolingual'"));
    }

    private DesignViewModel model(Optional<Path> begin) {
        return new DesignViewModel(
                new DesignViewModel.Surroundings(
                        study -> {
                            started.add(study);
                            return List.of();
                        },
                        (study, slurm) -> List.of(),
                        study -> Optional.empty(),
                        study -> OptionalLong.of(400_000_000),
                        () -> new LocalProcess(1),
                        new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                        shelf,
                        sentence -> {}),
                new InlineTasks(),
                begin,
                new DraftFile(folder.resolve("design.json")));
    }

    private StudyDraft draft() {
        return model.draft().get();
    }

    private Preview preview() {
        return model.look().get().preview().orElseThrow();
    }

    @Test
    void beginsWithTheSampleStudyReadyToStart() {
        assertThat(model.study()).contains(Study.read(sample));
        assertThat(model.flaws().get()).isEmpty();
        assertThat(model.judged().get()).isTrue();
        assertThat(model.outlook().get().models()).isEqualTo(3);
        assertThat(model.strategy().get().id()).as("has something to try out").isEqualTo("hybrid");
    }

    @Test
    void takesOverWhatAnotherWindowMadeOfTheDraftAndUndoes() {
        StudyDraft mine = draft().withTitle("Mine");
        model.change(mine);
        new DraftFile(folder.resolve("design.json")).save(mine.withTitle("Theirs"));

        model.follow();
        assertThat(draft().title()).isEqualTo("Theirs");

        model.undo();
        assertThat(draft()).isEqualTo(mine);
    }

    @Test
    void keepsForUndoWhatAnotherWindowMadeOfTheDraftAtTheSameTime() {
        StudyDraft before = draft().withTitle("Before");
        model.change(before);
        new DraftFile(folder.resolve("design.json")).save(before.withTitle("Theirs"));

        model.change(before.withTitle("Mine"));
        assertThat(draft().title()).isEqualTo("Mine");

        model.undo();
        assertThat(draft().title()).isEqualTo("Theirs");
        model.redo();
        assertThat(draft().title()).isEqualTo("Mine");
    }

    @Test
    void countsRunsByStrategiesSeedsAndBackbones() {
        model.add(new StrategyChoice("hybrid", Map.of(ALPHA.id(), .25)));
        model.tick("mixed", true);
        model.change(draft().withSeeds("1, 2, 3"));

        assertThat(model.outlook().get().models()).isEqualTo(15);
        assertThat(model.outlook().get().left()).isEqualTo(15);
    }

    @Test
    void aHalvedStudyWantsNoMoreOfWhatWasLeftBehind() {
        model.change(draft().withHalving(new Halving(null, 1)));
        List<RunFolder> runs =
                model.study().orElseThrow().plan().stream()
                        .map(spec -> RunFolder.create(shelf.path(), spec, Map.of()))
                        .toList();
        append(runs.get(0), new RunEvent.Dropped(300, "number 3 of 3"));
        runs.stream().skip(1).forEach(run -> append(run, new RunEvent.Finished(600, 1)));

        model.change(draft().withTitle("Again"));
        assertThat(model.outlook().get().left()).isZero();
        assertThat(model.outlook().get().dropped()).isEqualTo(1);

        model.change(draft().withHalving(null));
        assertThat(model.outlook().get().left()).isEqualTo(1);
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    @Test
    void withoutDataSaysWhatIsMissing() {
        model.clear();

        assertThat(model.flaw(DraftFlaw.TRAINING)).isEqualTo("Choose at least one training set.");
        assertThat(model.flaw(DraftFlaw.BACKBONES)).isEqualTo("Choose at least one backbone.");
        assertThat(model.look().get().preview()).isEmpty();
        model.start(() -> {});
        assertThat(started).isEmpty();
    }

    @Test
    void saysBesideEachFieldWhatIsWrongWithIt() {
        model.change(
                draft().withName("no name")
                        .withSeeds("1, 1")
                        .withSetting("steps", "0")
                        .withSetting("batchSize", "2.5")
                        .withSetting("precision", "24")
                        .withSetting("warmUp", "a tenth")
                        .withStrategies(List.of()));

        assertThat(model.flaw(DraftFlaw.NAME)).startsWith("A study’s name is made of letters");
        assertThat(model.flaw(DraftFlaw.SEEDS)).startsWith("A seed is named twice");
        assertThat(model.flaw(DraftFlaw.STRATEGIES)).isEqualTo("Tick at least one strategy.");
        assertThat(model.flaw("steps"))
                .startsWith("Steps must lie between 1 and 10\u2009000\u2009000.");
        assertThat(model.flaw("batchSize")).contains("must be a whole number");
        assertThat(model.flaw("precision")).contains("must be 32 or 16");
        assertThat(model.flaw("warmUp")).isEqualTo("Warm-up needs a number.");
        assertThat(model.study()).isEmpty();
    }

    @Test
    void refusesABatchThatTheDataCannotFill() {
        model.change(draft().withSetting("batchSize", "5000"));

        assertThat(model.flaw(DraftFlaw.BATCHES)).contains("too few for a batch of 5000");
    }

    @Test
    void saysThatADataSetIsGone() {
        DraftData data = draft().data().with(Role.TRAINING, DataSource.of("/nowhere.jsonl"));
        model.change(draft().withData(data.with(Role.EVALUATION, DataSource.of("/gone.jsonl"))));

        assertThat(model.flaw(DraftFlaw.TRAINING)).startsWith("/nowhere.jsonl is not there");
        assertThat(model.flaw(DraftFlaw.EVALUATION)).startsWith("/gone.jsonl is not there");
    }

    @Test
    void undoesAWholeDragAtOnceAndEverythingInTurn() {
        StudyDraft first = draft();
        model.tune(ALPHA, .55);
        model.tune(ALPHA, .6);
        model.tune(ALPHA, .65);
        model.settle();
        StudyDraft dragged = draft();
        model.tick("mixed", true);

        model.undo();
        assertThat(draft()).isEqualTo(dragged);
        model.undo();
        assertThat(draft()).isEqualTo(first);
        assertThat(model.canUndo().get()).isFalse();
        assertThat(model.strategy().get().parameters()).isEqualTo(Map.of(ALPHA.id(), .5));
        model.redo();
        assertThat(draft()).isEqualTo(dragged);
        model.tick("cross-lingual", false);
        assertThat(model.canRedo().get()).as("another way was taken").isFalse();
    }

    @Test
    void theDraftOutlivesTheWindow() {
        model.tune(ALPHA, .7);
        model.change(draft().withName("another"));

        assertThat(model(Optional.of(sample)).draft().get()).isEqualTo(draft());
    }

    @Test
    void aStrategyThatIsNotTickedIsOnlyLookedAt() {
        StudyDraft before = draft();
        model.see("mixed");

        assertThat(preview().batches()).extracting(one -> one.kind()).containsOnly(BatchKind.MIXED);
        assertThat(draft()).isEqualTo(before);
    }

    /** Monolingual batches are drawn with probability α: its share of them is binomial. */
    @Test
    void theMatrixAddsUpToOneAndItsDiagonalToAlpha() {
        for (double alpha : List.of(0., .2, .8, 1.)) {
            model.tune(ALPHA, alpha);
            List<List<Double>> shares = preview().matrix().shares();
            double all = 0;
            double diagonal = 0;
            for (int q = 0; q < shares.size(); q++) {
                all += shares.get(q).stream().mapToDouble(Double::doubleValue).sum();
                diagonal += shares.get(q).get(q);
            }
            double error = 4 * Math.sqrt(alpha * (1 - alpha) / preview().counted());
            assertThat(all).isCloseTo(1, within(1e-9));
            assertThat(diagonal).isCloseTo(alpha, within(error + 1e-9));
        }
    }

    @Test
    void showsTheVeryBatchesThatARunDrawsFirst() {
        Study study = Study.read(sample);
        ParallelCorpus corpus = study.recipe().training().get(0).items();
        BatchPlan plan =
                new BatchPlan(
                        new BatchSettings("hybrid", Map.of(ALPHA.id(), .5), 16, 1, false),
                        List.of(corpus),
                        1);

        for (int step = 0; step < preview().batches().size(); step++) {
            assertThat(preview().batches().get(step)).isEqualTo(plan.batch(step));
        }
    }

    @Test
    void drawsOnlyTheLanguagesTicked() {
        List<Lang> two = List.of(new Lang("en"), new Lang("th"));
        model.change(draft().withData(draft().data().withLanguages(two)));

        assertThat(preview().languages()).containsExactlyElementsOf(two);
        assertThat(preview().matrix().languages()).containsExactlyElementsOf(two);
        assertThat(model.look().get().languages()).as("can be ticked again").hasSize(11);
        assertThat(model.study().orElseThrow().recipe().languages()).isEqualTo(two);
    }

    @Test
    void weightsReachTheStudy() {
        TrainingSet set = draft().data().training().get(0);
        TrainingSet heavy = new TrainingSet(set.path(), false, 3.0, null);
        model.change(draft().withData(draft().data().withTraining(List.of(heavy))));

        assertThat(model.study().orElseThrow().recipe().training()).containsExactly(heavy);
    }

    @Test
    void theGuardComparesWhatTheDraftTrainsOn() {
        DraftData apart = draft().data();
        DraftData same = apart.with(Role.EVALUATION, apart.training().get(0).source());

        assertThat(model.guard().get().outcome()).contains(OverlapVerdict.Outcome.NEAR_COPIES);
        model.change(draft().withData(same));
        assertThat(model.guard().get().outcome()).contains(OverlapVerdict.Outcome.OVERLAP);
        model.clear();
        assertThat(model.guard().get().outcome()).as("nothing to compare").isEmpty();
    }

    @Test
    void theGuardLooksAtWhatAWarmStartLearnsFrom() {
        DraftData data = draft().data();
        Recipe own = draft().study().recipe();
        WarmStart onTestData =
                new WarmStart(
                        StrategyChoice.of("monolingual"),
                        1,
                        new Recipe(
                                List.of(TrainingSet.of(data.evaluation().get(0).path())),
                                List.of(),
                                own.evaluation(),
                                own.batches(),
                                own.optimisation(),
                                null));

        model.change(draft().withWarmStart(onTestData));

        assertThat(model.guard().get().outcome()).contains(OverlapVerdict.Outcome.OVERLAP);
        model.undo();
        assertThat(model.guard().get().outcome()).contains(OverlapVerdict.Outcome.NEAR_COPIES);
    }

    @Test
    void theGuardLooksAtWhatOnlyOneBackboneIsTrainedOn() {
        TrainingSet test = TrainingSet.of(draft().data().evaluation().get(0).path());
        Backbone first = draft().backbones().get(0);

        model.change(draft().withBackbones(List.of(first.trainedOn(List.of(test)))));

        assertThat(model.guard().get().outcome()).contains(OverlapVerdict.Outcome.OVERLAP);
    }

    @Test
    void startsTheStudyAndThenOffersNoSecondStart() {
        model.tune(ALPHA, .3);
        List<String> told = new ArrayList<>();

        model.start(() -> told.add("started"));

        assertThat(told).containsExactly("started");
        assertThat(started).containsExactly(draft().study());
        assertThat(model.started().get()).isTrue();
        model.tune(ALPHA, .4);
        assertThat(model.started().get()).isFalse();
    }

    @Test
    void asksForAnotherNameWhereRunsOfAnotherRecipeStand() {
        Study study = draft().study();
        RunFolder.create(shelf.path(), study.plan().get(0), Map.of());
        model.change(draft().withSetting("steps", "700"));

        assertThat(model.flaw(DraftFlaw.NAME)).contains("give this study another name");
        assertThat(model.outlook().get().freeName()).isEqualTo("world-facts-2");
        model.change(draft().withName(model.outlook().get().freeName()));
        assertThat(model.flaws().get()).isEmpty();
    }

    @Test
    void savesAStudyFileAndOpensIt() {
        Path file = folder.resolve("mine.json");
        model.tune(ALPHA, .15);
        Study mine = draft().study();
        model.save(file, () -> {});
        model.useSample();

        model.open(file);

        assertThat(model.study()).contains(mine);
        assertThat(model.command())
                .containsSequence("isogloss", "study", "run", file.toString())
                .contains("--runs", shelf.path().toString())
                .containsSequence("--device", "cpu", "--threads", "1");
    }
}
