package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.PoolHeatmap;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.ThreadTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Chooses by mouse and keys what the heatmaps say. */
@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class ResultsViewTest {
    @TempDir private Path runs;
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private ThreadTasks tasks;
    private ResultsViewModel model;
    private Stage stage;

    @Start
    void start(Stage made) {
        stage = made;
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> errors.add(error));
    }

    @AfterEach
    void close() {
        tasks.close();
        assertThat(errors).isEmpty();
    }

    private void open(FxRobot robot) throws Exception {
        RunShelf shelf = new StudyFixture(runs, List.of(1L)).finish(3).shelf();
        StudyWatch watch = new StudyWatch(shelf, errors::add);
        WrittenScores written = new WrittenScores(watch.look("world-facts"));
        written.of("recall_1");
        written.exposure();
        tasks = new ThreadTasks(Platform::runLater, errors::add);
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    StudySelection selection = new StudySelection(watch, tasks);
                    model =
                            new ResultsViewModel(
                                    selection,
                                    new FoundRankings(PoolPlace.NONE),
                                    new KeptScores(),
                                    PoolPlace.NONE,
                                    tasks);
                    ResultsView view =
                            new ResultsView(
                                    model,
                                    new FigureTools(
                                            new SimpleObjectProperty<>(Theme.LIGHT),
                                            new NoFiles(),
                                            tasks,
                                            sentence -> {}),
                                    place -> {},
                                    List.of());
                    Scene scene = new Scene((Parent) view.view(), 1200, 760);
                    scene.getStylesheets().add("/org/isogloss/ui/app.css");
                    stage.setScene(scene);
                    stage.show();
                    view.shown();
                });
        until(() -> first().isPresent());
    }

    @Test
    void theMetricChosenInItsBoxFillsTheHeatmaps(FxRobot robot) throws Exception {
        open(robot);

        robot.clickOn("#metric").type(KeyCode.DOWN).type(KeyCode.ENTER);

        until(() -> said(robot, "#definition").startsWith("R@1 among passages of the answer"));
        assertThat(model.measure().get())
                .isEqualTo(new CellMeasure("recall_1", CellMeasure.Pool.ANSWER_LANGUAGE));
        until(() -> title().equals("R@1 by language pair: monolingual"));
        until(() -> said(robot, "#heatmaps-command .command").endsWith(" --metric R@1"));
        robot.interact(stage::close);
    }

    @Test
    void thePoolOfAllLanguagesIsOneMapUntilThePairsArePressedAgain(FxRobot robot) throws Exception {
        open(robot);

        robot.clickOn("#pool-all");
        until(() -> first().filter(PoolHeatmap.class::isInstance).isPresent());
        assertThat(said(robot, "#definition")).startsWith("mAP among passages of all languages");

        robot.clickOn("#pool-all"); // pressed again it stays
        assertThat(robot.lookup("#pool-all").queryAs(ToggleButton.class).isSelected()).isTrue();

        robot.clickOn("#pool-pairs");
        until(() -> first().filter(LanguagePairHeatmap.class::isInstance).isPresent());
        assertThat(said(robot, "#heatmaps-command .command")).doesNotContain("--pool");
        robot.interact(stage::close);
    }

    @Test
    void languagesStandByTrainingWhereThatIsChosen(FxRobot robot) throws Exception {
        open(robot);

        robot.clickOn("#language-order").type(KeyCode.DOWN, 4).type(KeyCode.ENTER);

        until(() -> languages().get(0).equals(new Lang("th")));
        assertThat(model.order().get()).isEqualTo(LanguageOrder.EXPOSURE);
        assertThat(languages()).startsWith(new Lang("th"), new Lang("de"));
        assertThat(said(robot, "#definition")).contains("Never trained on, in brackets: ar, el");
        assertThat(said(robot, "#heatmaps-command .command")).endsWith(" --order exposure");
        robot.interact(stage::close);
    }

    private Optional<Figure> first() {
        return model.shown().get().stream()
                .flatMap(one -> one.heatmaps().stream())
                .map(CollectionResults.Panel::figure)
                .findFirst();
    }

    private String title() {
        return first().map(Figure::title).orElse("");
    }

    private List<Lang> languages() {
        return ((LanguagePairHeatmap) first().orElseThrow()).scores().questionLanguages();
    }

    private static String said(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
