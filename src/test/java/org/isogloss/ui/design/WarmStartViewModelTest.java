package org.isogloss.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.Hybrid;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.WarmStart;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmStartViewModelTest {
    private static final Path DATA = Path.of("sample-data/world-facts").toAbsolutePath();
    private static final String TRAIN = DATA.resolve("validation.jsonl").toString();
    private static final String NAMES = DATA.resolve("names.jsonl").toString();
    private static final Backbone MADE_NEW =
            new Backbone("nano", null, new Backbone.Scratch(400, 8, 1, 1, 8, 64));

    @TempDir private Path folder;
    private RunShelf shelf;
    private DesignViewModel model;
    private WarmStartViewModel start;

    @BeforeEach
    void open() {
        shelf = new RunShelf(folder.resolve("runs"));
        model =
                new DesignViewModel(
                        new DesignViewModel.Surroundings(
                                study -> List.of(),
                                (study, slurm) -> List.of(),
                                study -> Optional.empty(),
                                study -> OptionalLong.empty(),
                                () -> new LocalProcess(1),
                                new Catalogue(
                                        folder.resolve("datasets.json"), folder.resolve("pools")),
                                shelf,
                                sentence -> {}),
                        new InlineTasks(),
                        Optional.empty(),
                        new DraftFile(folder.resolve("design.json")));
        start = new WarmStartViewModel(model);
        DraftData data =
                DraftData.NONE
                        .with(Role.TRAINING, DataSource.of(TRAIN))
                        .with(
                                Role.EVALUATION,
                                DataSource.of(DATA.resolve("unseen-pairs.jsonl").toString()));
        model.change(
                draft().withData(data)
                        .withBackbones(List.of(MADE_NEW))
                        .withSettings(Map.of("batchSize", "16", "steps", "40", "loraRank", "8")));
    }

    private StudyDraft draft() {
        return model.draft().get();
    }

    private WarmStart now() {
        return start.start().orElseThrow();
    }

    private static Setting setting(String id) {
        return SettingGroup.all().stream()
                .flatMap(group -> group.settings().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beginsLikeTheStudyAndIsUndoneInOneStep() {
        StudyDraft before = draft();

        start.switchOn();

        assertThat(now().strategy()).isEqualTo(StrategyChoice.of("cross-lingual"));
        assertThat(now().recipe().training()).containsExactly(TrainingSet.of(TRAIN));
        assertThat(now().recipe().evaluation()).as("scored where the study is").isEmpty();
        assertThat(now().recipe().batches().size()).isEqualTo(16);
        assertThat(now().recipe().optimisation())
                .as("all new weights learn")
                .isEqualTo(Map.of("steps", 40.0));
        assertThat(model.flaws().get()).isEmpty();
        assertThat(model.study().orElseThrow().starts()).isPresent();
        model.undo();
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void leavesOutOverlapWhereTheStudyDoes() {
        model.change(draft().withData(draft().data().withExcludeOverlap(true)));

        start.switchOn();

        assertThat(now().recipe().excludeOverlap()).isTrue();
        assertThat(now().recipe().evaluation()).isEqualTo(draft().data().evaluation());
    }

    @Test
    void takesOnlyWhatIsRightOfWhatIsTyped() {
        start.switchOn();
        WarmStart before = now();

        assertThat(start.set(setting("steps"), "many")).isEqualTo("This is no number.");
        assertThat(start.set(setting("steps"), "2.5")).contains("steps");
        assertThat(start.set(BatchSettings.BATCH_SIZE, "1")).contains("must lie between");
        assertThat(start.set(BatchSettings.BATCH_SIZE, "9.5")).contains("whole number");
        assertThat(start.set(BatchSettings.DATASET_TEMPERATURE, "0")).contains("between");
        assertThat(start.seed("1.5")).isEqualTo("Write a whole number.");
        assertThat(start.weigh(0, "-1")).isEqualTo("Write a number above 0.");
        assertThat(now()).isEqualTo(before);

        assertThat(start.set(setting("steps"), "250")).isEmpty();
        assertThat(start.set(setting("learningRate"), "4e-3")).isEmpty();
        assertThat(start.set(BatchSettings.BATCH_SIZE, "12")).isEmpty();
        assertThat(start.set(BatchSettings.DATASET_TEMPERATURE, "100")).isEmpty();
        assertThat(start.seed("-7")).isEmpty();

        assertThat(now().recipe().optimisation())
                .isEqualTo(Map.of("steps", 250.0, "learningRate", .004));
        assertThat(now().recipe().batches().size()).isEqualTo(12);
        assertThat(start.value(BatchSettings.DATASET_TEMPERATURE)).isEqualTo(100);
        assertThat(now().seed()).isEqualTo(-7);
        start.reset(setting("learningRate"));
        assertThat(start.named()).containsExactly(setting("steps"));
        assertThat(draft().settings()).as("the study's own").containsEntry("steps", "40");
    }

    @Test
    void tunesTheParameterOfItsStrategy() {
        start.switchOn();
        start.choose("hybrid");
        assertThat(start.parameter(Hybrid.ALPHA)).isEqualTo(.5);

        assertThat(start.tune(Hybrid.ALPHA, "2")).isEqualTo("Write a number from 0 to 1.");
        assertThat(start.tune(Hybrid.ALPHA, ".2")).isEmpty();
        start.choose("hybrid");

        assertThat(now().strategy()).isEqualTo(new StrategyChoice("hybrid", Map.of("alpha", .2)));
        start.choose("mixed");
        assertThat(now().strategy()).isEqualTo(StrategyChoice.of("mixed"));
    }

    @Test
    void undoesWhatWasTypedInOneGoAtOnce() {
        start.switchOn();
        StudyDraft before = draft();
        start.set(setting("steps"), "2");
        start.set(setting("steps"), "25");
        start.set(setting("steps"), "250");
        model.settle();
        start.set(setting("steps"), "300");

        model.undo();
        assertThat(start.value(setting("steps"))).isEqualTo(250);
        model.undo();
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void isTrainedOnDataOfItsOwn() {
        start.switchOn();
        start.remove(0);
        assertThat(now().recipe().training()).as("one at least").hasSize(1);

        start.add(List.of(DataSource.of(NAMES), DataSource.of(TRAIN)));
        start.translate(0, true);
        assertThat(start.weigh(1, "2")).isEmpty();

        assertThat(now().recipe().training())
                .containsExactly(
                        new TrainingSet(TRAIN, true, null),
                        new TrainingSet(NAMES, false, 2.0, null));
        start.remove(0);
        assertThat(now().recipe().training()).extracting(TrainingSet::path).containsExactly(NAMES);
        assertThat(draft().data().training()).containsExactly(TrainingSet.of(TRAIN));
    }

    @Test
    void saysWhyItCannotBeSwitchedOn() {
        StudyDraft complete = draft();
        assertThat(start.obstacle()).isEmpty();

        model.change(complete.withBackbones(List.of(Backbone.at("base", folder))));
        assertThat(start.obstacle()).startsWith("Only for backbones made new");
        model.change(complete.withData(DraftData.NONE));
        assertThat(start.obstacle()).isEqualTo("Choose training data first.");
        start.switchOn();
        assertThat(start.start()).isEmpty();
    }

    @Test
    void saysThatNothingIsLeftToStartWarmAndCanBeSwitchedOff() {
        start.switchOn();
        model.change(draft().withBackbones(List.of(Backbone.at("base", folder))));

        assertThat(model.flaw(DraftFlaw.WARM_START)).startsWith("No backbone is made new");
        start.switchOff();
        assertThat(model.flaw(DraftFlaw.WARM_START)).isEmpty();
        assertThat(start.start()).isEmpty();
    }

    @Test
    void saysThatItsDataAreGone() {
        start.switchOn();
        start.add(List.of(DataSource.of("/nowhere.jsonl")));

        assertThat(model.flaw(DraftFlaw.WARM_START)).startsWith("/nowhere.jsonl is not there");
    }

    @Test
    void beginsWithWhatIsRightOfADraftThatIsNot() {
        model.change(draft().withSetting("batchSize", "2.5").withSetting("steps", "none"));

        start.switchOn();

        assertThat(start.value(BatchSettings.BATCH_SIZE))
                .isEqualTo(BatchSettings.BATCH_SIZE.standard());
        assertThat(start.value(setting("steps"))).isEqualTo(setting("steps").standard());
    }

    @Test
    void anotherWarmStartNeedsAnotherNameOnceRunsAreMade() {
        start.switchOn();
        Study study = model.study().orElseThrow();
        for (ExperimentSpec spec : study.starts().orElseThrow().plan()) {
            RunFolder.create(shelf.path(), spec, Map.of());
        }
        model.shown();
        assertThat(model.flaw(DraftFlaw.NAME)).as("goes on").isEmpty();

        start.set(setting("steps"), "50");
        assertThat(model.flaw(DraftFlaw.NAME)).contains("Runs of another recipe");

        model.undo();
        Study warm =
                study.started(
                        made -> shelf.path().resolve(made.study()).resolve(made.id() + "/model"));
        RunFolder.create(shelf.path(), warm.plan().get(0), Map.of());
        model.shown();
        assertThat(model.flaw(DraftFlaw.NAME)).as("goes on").isEmpty();
        start.switchOff();
        assertThat(model.flaw(DraftFlaw.NAME)).contains("Runs of another recipe");
    }
}
