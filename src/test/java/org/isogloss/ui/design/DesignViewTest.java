package org.isogloss.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.WarmStart;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.slurm.SlurmSettings;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.task.ThreadTasks;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class DesignViewTest {
    private static final Path SAMPLE =
            Path.of("sample-data/world-facts/study.json").toAbsolutePath();

    @TempDir private Path folder;
    private final List<Throwable> errors = new ArrayList<>();
    private final List<Study> started = new ArrayList<>();
    private final List<Path> submitted = new ArrayList<>();
    private final List<Place> opened = new ArrayList<>();
    private ThreadTasks tasks;
    private DesignViewModel model;
    private Stage stage;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @AfterEach
    void close() {
        tasks.close();
        assertThat(errors).isEmpty();
    }

    private void open(FxRobot robot, Optional<Path> sample) {
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    tasks = new ThreadTasks(Platform::runLater, errors::add);
                    model = new DesignViewModel(surroundings(), tasks, sample, draftFile());
                    FigureTools tools =
                            new FigureTools(
                                    new SimpleObjectProperty<>(Theme.LIGHT),
                                    new SaveHere(),
                                    tasks,
                                    sentence -> {});
                    DesignView view =
                            new DesignView(
                                    model,
                                    tools,
                                    new Chooser(),
                                    new ScriptCoverage(text -> true),
                                    opened::add);
                    stage.setScene(new Scene((Parent) view.view(), 1200, 772));
                    stage.show();
                    view.shown();
                });
    }

    private DesignViewModel.Surroundings surroundings() {
        return new DesignViewModel.Surroundings(
                study -> {
                    started.add(study);
                    return List.of();
                },
                (study, slurm) -> {
                    submitted.add(slurm);
                    return List.of();
                },
                study -> Optional.empty(),
                study -> OptionalLong.of(300_000_000),
                () -> new LocalProcess(1),
                new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                new RunShelf(folder.resolve("runs")),
                sentence -> {});
    }

    private DraftFile draftFile() {
        return new DraftFile(folder.resolve("design.json"));
    }

    @Test
    void weighsAPairOfLanguagesAndTheMatrixFollows(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        robot.clickOn("#see-cross-lingual");
        robot.clickOn("#side-LANGUAGES");
        until(() -> robot.lookup("#pair-add").tryQuery().isPresent());

        ComboBox<Lang> question = robot.lookup("#pair-question").queryComboBox();
        ComboBox<Lang> answer = robot.lookup("#pair-answer").queryComboBox();
        robot.interact(
                () -> {
                    question.setValue(new Lang("en"));
                    answer.setValue(new Lang("th"));
                    robot.lookup("#pair-weight").queryAs(TextField.class).setText("a lot");
                    robot.lookup("#pair-add").queryButton().fire();
                });
        assertThat(labels(robot)).anyMatch(text -> text.startsWith("‘a lot’ is no number"));
        robot.interact(
                () -> {
                    robot.lookup("#pair-weight").queryAs(TextField.class).setText("100");
                    robot.lookup("#pair-add").queryButton().fire();
                });

        assertThat(model.draft().get().data().pairs().named()).containsEntry("en>th", 100.0);
        until(() -> shareOf("en", "th") > .4);
        robot.interact(() -> robot.lookup("#pairs-none").queryAs(Hyperlink.class).fire());
        until(() -> shareOf("en", "th") < .1);
        robot.interact(model::undo);
        until(() -> shareOf("en", "th") > .4);
    }

    @Test
    void trainsTheSameModelInTwoWaysAndAddsTheMeanOfTwoModels(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        robot.clickOn("#side-MODEL");
        until(() -> robot.lookup("#backbone-settings-0").tryQuery().isPresent());
        robot.clickOn(accessible(robot, "Add it once more, to be trained differently"));
        until(() -> robot.lookup("#backbone-settings-1").tryQuery().isPresent());
        robot.clickOn("#backbone-settings-1");

        fire(robot, "#own-add-1", "Frozen embeddings");
        type(robot, "#backbone-name-1", "nano frozen");
        assertThat(labels(robot)).anyMatch(text -> text.startsWith("Letters, digits, dots"));
        type(robot, "#backbone-name-1", "frozen");

        assertThat(model.draft().get().backbones())
                .extracting(Backbone::name)
                .containsExactly("nano", "frozen");
        assertThat(model.draft().get().backbones().get(1).settings())
                .isEqualTo(Map.of("frozenEmbeddings", 1.0));
        // this one is a bag of embeddings: nothing would be left to train
        until(() -> model.flaw(DraftFlaw.BACKBONES).contains("nothing but embeddings"));
        type(robot, "#own-1-frozenEmbeddings", "2");
        assertThat(model.draft().get().backbones().get(1).settings())
                .as("what is wrong is not taken")
                .isEqualTo(Map.of("frozenEmbeddings", 1.0));

        fire(robot, "#own-add-1", "Full");
        assertThat(model.draft().get().backbones().get(1).settings()).isEmpty();
        robot.interact(model::undo);
        assertThat(model.draft().get().backbones().get(1).settings()).isNotEmpty();
        robot.interact(model::redo);

        MenuButton means = robot.lookup("#add-mean").queryAs(MenuButton.class);
        robot.interact(
                () -> {
                    means.getOnShowing().handle(null);
                    ((Menu) means.getItems().get(0)).getItems().get(0).fire();
                });
        assertThat(model.draft().get().strategies())
                .last()
                .isEqualTo(new StrategyChoice("interpolation", Map.of("weight", .5)));
        until(() -> words(robot, "#start-study").equals("Train 8 models"));
    }

    @Test
    void trainsANewBackboneWarmAndEditsHow(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        robot.clickOn("#side-MODEL");
        until(() -> robot.lookup("#warm-start").tryQuery().isPresent());
        assertThat(robot.lookup("#warm-start").query().isDisabled()).isTrue();
        assertThat(labels(robot)).contains("Only for backbones made new; there is none here.");
        Backbone made = new Backbone("fresh", null, new Backbone.Scratch(400, 8, 0, 1, 1, 64));
        robot.interact(() -> model.change(model.draft().get().withBackbones(List.of(made))));

        robot.clickOn("#warm-start");
        until(() -> model.draft().get().warmStart() != null);
        TextField steps = robot.lookup("#start-steps").queryAs(TextField.class);
        robot.interact(steps::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL).write("7x");
        assertThat(labels(robot)).contains("This is no number.");
        assertThat(startSteps()).as("what was right of it").isEqualTo(7);
        robot.push(KeyCode.BACK_SPACE).write("5");
        assertThat(startSteps()).isEqualTo(75);
        assertThat(labels(robot)).doesNotContain("This is no number.");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(startSteps()).as("typed in one go").isEqualTo(600);
        assertThat(steps.getText()).as("though somebody is in the field").isEqualTo("600");

        ComboBox<BatchStrategy> batches = robot.lookup("#start-strategy").queryComboBox();
        robot.interact(() -> batches.setValue(BatchStrategies.byId("hybrid")));
        type(robot, "#start-alpha", ".25");
        robot.interact(() -> robot.lookup("#start-translations-0").queryAs(CheckBox.class).fire());
        WarmStart start = model.draft().get().warmStart();
        assertThat(start.strategy()).isEqualTo(new StrategyChoice("hybrid", Map.of("alpha", .25)));
        assertThat(start.recipe().training().get(0).translations()).isTrue();

        CheckBox box = robot.lookup("#warm-start").queryAs(CheckBox.class);
        robot.interact(box::fire);
        assertThat(model.draft().get().warmStart()).isNull();
        robot.interact(model::undo);
        assertThat(model.draft().get().warmStart()).isEqualTo(start);
        assertThat(box.isSelected()).isTrue();
    }

    @Test
    void aTickHalvesTheStudyAndSaysWhatThatSaves(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        robot.clickOn("#side-MODEL");
        until(() -> robot.lookup("#halving").tryQuery().isPresent());
        CheckBox box = robot.lookup("#halving").queryAs(CheckBox.class);

        robot.interact(box::fire);

        assertThat(model.draft().get().halving()).isEqualTo(Halving.STANDARD);
        until(
                () ->
                        labels(robot).stream()
                                .anyMatch(
                                        one ->
                                                one.endsWith(
                                                        " % of all training steps are taken.")));
        robot.interact(model::undo);
        assertThat(box.isSelected()).isFalse();
    }

    private double startSteps() {
        return model.draft().get().warmStart().recipe().optimisation().get("steps");
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static Node accessible(FxRobot robot, String words) {
        return robot.lookup(".button")
                .match((Node node) -> words.equals(node.getAccessibleText()) && node.isVisible())
                .query();
    }

    @Test
    void submitsToSlurmWithTheSettingsThatWereTypedAndKept(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(
                () ->
                        words(robot, "#start-study").equals("Train 3 models")
                                && !start(robot).isDisabled());
        ComboBox<String> where = robot.lookup("#where").queryComboBox();
        robot.interact(() -> where.setValue("Slurm"));
        assertThat(words(robot, "#start-study")).isEqualTo("Submit 3 runs");

        type(robot, "#slurm-TIME", "tomorrow");
        assertThat(model.slurm().problem().get()).contains("time is 'tomorrow'", "12:00:00");
        assertThat(start(robot).isDisabled()).isTrue();
        type(robot, "#slurm-TIME", "2:00:00");
        type(robot, "#slurm-PARTITION", "gpu");
        type(robot, "#slurm-GPUS", "a100:1");
        Path file = folder.resolve("slurm.json");
        until(() -> Files.exists(file) && "a100:1".equals(SlurmSettings.read(file).gpus()));
        assertThat(SlurmSettings.read(file).partition()).isEqualTo("gpu");
        assertThat(String.join(" ", model.command())).endsWith("--slurm " + file);

        robot.interact(() -> start(robot).fire());
        until(() -> submitted.equals(List.of(file)));
        assertThat(started).isEmpty();
    }

    @Test
    void aClickOnACellOfTheMatrixOffersItsPairToBeWeighted(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        until(() -> model.look().get().preview().isPresent());
        ChartViewer chart = chart(robot);
        List<Lang> languages = model.look().get().preview().orElseThrow().languages();
        int cell =
                languages.indexOf(new Lang("en")) * languages.size()
                        + languages.indexOf(new Lang("th"));
        // a chart that is drawn again has no cells for a moment
        until(
                () -> {
                    cellOf(chart, cell)
                            .map(one -> one.getArea().getBounds2D())
                            .map(at -> chart.localToScreen(at.getCenterX(), at.getCenterY()))
                            .ifPresent(robot::clickOn);
                    return robot.lookup("#pair-question").tryQuery().isPresent();
                });

        assertThat(robot.lookup("#pair-question").queryComboBox().getValue())
                .isEqualTo(new Lang("en"));
        assertThat(robot.lookup("#pair-answer").queryComboBox().getValue())
                .isEqualTo(new Lang("th"));
        assertThat(robot.lookup("#pair-weight").query().isFocused()).isTrue();
    }

    @Test
    void theCellsOfTheMatrixAreReachedAndReadWithTheKeyboard(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        until(() -> model.look().get().preview().isPresent());
        ChartViewer chart = chart(robot);
        List<Lang> languages = model.look().get().preview().orElseThrow().languages();
        until(() -> cellOf(chart, 0).isPresent());

        robot.interact(chart::requestFocus);
        String first = languages.get(0).tag() + ": ";
        until(() -> chart.getAccessibleText().startsWith(first));
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT, 2).type(KeyCode.LEFT);
        String beneath = languages.get(1).tag() + ": ";
        until(() -> chart.getAccessibleText().startsWith(beneath));
        robot.type(KeyCode.UP).type(KeyCode.RIGHT).type(KeyCode.ENTER);

        until(() -> robot.lookup("#pair-question").tryQuery().isPresent());
        assertThat(robot.lookup("#pair-question").queryComboBox().getValue())
                .isEqualTo(languages.get(0));
        assertThat(robot.lookup("#pair-answer").queryComboBox().getValue())
                .isEqualTo(languages.get(2));
    }

    @Test
    void whatIsPressedWithTheKeyboardKeepsTheFocus(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));
        robot.clickOn("#see-hybrid");
        Button add = robot.lookup("#add-value").queryButton();
        robot.interact(add::requestFocus);

        robot.type(KeyCode.SPACE).type(KeyCode.SPACE);

        until(() -> words(robot, "#start-study").equals("Train 5 models"));
        assertThat(add.isFocused()).isTrue();
        ToggleButton chip = robot.lookup(".strategy-rows .chip").query();
        robot.interact(chip::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(hybrid()).isEqualTo(model.draft().get().choices("hybrid").get(0));
        assertThat(chip.isFocused()).isTrue();
        assertThat(chip.isSelected()).isTrue();

        weigh("en", "th");
        weigh("th", "en");
        robot.clickOn("#side-LANGUAGES");
        until(() -> robot.lookup(".pairs .rows .text-field").queryAll().size() == 2);
        TextField weight = robot.lookup(".pairs .rows .text-field").query();
        robot.interact(weight::requestFocus);
        robot.interact(weight::selectAll);
        robot.write("3").type(KeyCode.ENTER);
        until(() -> model.draft().get().data().pairs().named().containsValue(3.0));
        assertThat(weight.isFocused()).isTrue();
        robot.interact(() -> robot.lookup(".pairs .rows .button").query().requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup(".pairs .rows .text-field").queryAll().size() == 1);
        assertThat(robot.lookup("#pair-question").query().isFocused()).isTrue();
    }

    private void weigh(String question, String answer) {
        Platform.runLater(
                () -> {
                    DraftData data = model.draft().get().data();
                    LanguagePair pair = new LanguagePair(new Lang(question), new Lang(answer));
                    model.change(
                            model.draft()
                                    .get()
                                    .withData(data.withPairs(data.pairs().with(pair, 2))));
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ChartViewer chart(FxRobot robot) {
        return (ChartViewer)
                robot.lookup("#sampling")
                        .query()
                        .lookup(".mark-cursor")
                        .getParent()
                        .getChildrenUnmodifiable()
                        .get(0);
    }

    private static Optional<XYItemEntity> cellOf(ChartViewer chart, int cell) {
        if (chart.getRenderingInfo() == null) {
            return Optional.empty();
        }
        Collection<?> entities = chart.getRenderingInfo().getEntityCollection().getEntities();
        return entities.stream()
                .filter(XYItemEntity.class::isInstance)
                .map(XYItemEntity.class::cast)
                .filter(one -> one.getItem() == cell)
                .findFirst();
    }

    private double shareOf(String question, String answer) {
        return model.look()
                .get()
                .preview()
                .map(preview -> preview.matrix().share(new Lang(question), new Lang(answer)))
                .orElse(0.0);
    }

    @Test
    void picksAStrategyMovesAlphaAndStarts(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> words(robot, "#start-study").equals("Train 3 models"));

        robot.clickOn("#tick-mixed");
        until(() -> words(robot, "#start-study").equals("Train 4 models"));
        assertThat(labels(robot)).anyMatch(text -> text.contains("mixed inside the batch"));
        robot.clickOn("#see-hybrid");
        Slider alpha = robot.lookup("#parameter-alpha").queryAs(Slider.class);
        robot.clickOn(alpha).press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> hybrid().parameters().get("alpha") > .5);
        double moved = hybrid().parameters().get("alpha");
        until(
                () ->
                        model.look()
                                        .get()
                                        .preview()
                                        .filter(now -> now.strategy().equals(hybrid()))
                                        .isPresent()
                                && !start(robot).isDisabled());
        robot.clickOn("#start-study");
        until(
                () ->
                        robot.lookup("#see-runs")
                                .match(node -> node.isVisible())
                                .tryQuery()
                                .isPresent());

        assertThat(started).hasSize(1);
        assertThat(started.get(0).strategies())
                .contains(
                        StrategyChoice.of("mixed"),
                        new StrategyChoice("hybrid", Map.of("alpha", moved)));
        assertThat(start(robot).isDisabled()).isTrue();
        robot.clickOn("#see-runs");
        assertThat(opened).containsExactly(Place.RUNS);
    }

    @Test
    void saysWhyItCannotStartAndUndoesByKey(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> !start(robot).isDisabled());

        robot.clickOn("#side-TRAINING").clickOn("#batchSize");
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL).write("x");
        until(() -> start(robot).isDisabled());

        assertThat(robot.lookup("#flaw-batchSize").queryAs(Label.class).getText())
                .isEqualTo("Batch size needs a number.");
        assertThat(robot.lookup("#why-not").queryAs(Label.class).getText())
                .isEqualTo("Batch size needs a number.");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> !start(robot).isDisabled());
        assertThat(model.study()).contains(Study.read(SAMPLE));
    }

    @Test
    void beginsWithNothingAndTakesTheFilesChosen(FxRobot robot) throws Exception {
        open(robot, Optional.empty());
        until(() -> labels(robot).contains("No training data yet"));
        assertThat(start(robot).isDisabled()).isTrue();
        assertThat(robot.lookup("#to-languages").queryAs(Hyperlink.class).getText())
                .as("how many there are is not known yet")
                .isEqualTo("Languages: those of the data");

        fire(robot, "#add-training", "Files…");
        fire(robot, "#study-file", "Save as a file…");

        String chosen = SAMPLE.resolveSibling("train.jsonl").toString();
        until(() -> model.draft().get().data().training().equals(List.of(TrainingSet.of(chosen))));
        until(() -> model.look().get().preview().isPresent());
        until(() -> labels(robot).contains("2\u2009820 items · 11 languages"));
        assertThat(Files.exists(folder.resolve("my-study.json"))).as("no backbone yet").isFalse();
    }

    @Test
    void unticksALanguageAndShowsTheSpec(FxRobot robot) throws Exception {
        open(robot, Optional.of(SAMPLE));
        until(() -> !start(robot).isDisabled());

        robot.clickOn("#to-languages");
        robot.clickOn("#language-ar");
        robot.clickOn("#side-SPEC");

        TextArea json = robot.lookup("#spec-json").queryAs(TextArea.class);
        until(() -> json.getText().contains("\"languages\""));
        assertThat(robot.lookup("#spec-command").queryAs(Label.class).getText())
                .startsWith("isogloss study run world-facts.json --runs ");
        fire(robot, "#study-file", "Save as a file…");
        Path saved = folder.resolve("world-facts.json");
        until(() -> Files.exists(saved));
        assertThat(Study.read(saved)).isEqualTo(model.study().orElseThrow());
        assertThat(Study.read(saved).recipe().languages()).hasSize(10);
    }

    private StrategyChoice hybrid() {
        return model.draft().get().choices("hybrid").get(0);
    }

    private static Button start(FxRobot robot) {
        return button(robot, "#start-study");
    }

    private static String words(FxRobot robot, String id) {
        return button(robot, id).getText();
    }

    /** Looked up on the window's thread, which may be building the place. */
    private static Button button(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> robot.lookup(id).queryButton());
    }

    private static void fire(FxRobot robot, String menu, String item) {
        MenuButton button = robot.lookup(menu).queryAs(MenuButton.class);
        robot.interact(() -> button.getOnShowing().handle(null));
        robot.interact(
                () ->
                        button.getItems().stream()
                                .filter(one -> item.equals(one.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    private static List<String> labels(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot
                .lookup(".label")
                .match(node -> node.isVisible())
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Chooses the sample's training data. */
    private static final class Chooser implements DataChooser {
        @Override
        public List<Path> files(Window owner) {
            return List.of(SAMPLE.resolveSibling("train.jsonl"));
        }

        @Override
        public Optional<Path> folder(Window owner) {
            return Optional.empty();
        }
    }

    /** Saves under the suggested name. */
    private final class SaveHere implements FileAsker {
        @Override
        public Optional<Path> toOpen(String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, String name) {
            return Optional.of(folder.resolve(name));
        }
    }
}
