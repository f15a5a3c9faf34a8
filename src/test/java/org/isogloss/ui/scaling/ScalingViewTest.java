package org.isogloss.ui.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isogloss.report.SizedStudy;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.preference.Theme;
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

@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class ScalingViewTest {
    @TempDir private Path folder;
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private ThreadTasks tasks;
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

    private void open(FxRobot robot) {
        SizedStudy study = new SizedStudy(folder, List.of(8, 80, 800));
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    tasks = new ThreadTasks(Platform::runLater, errors::add);
                    StudySelection selection =
                            new StudySelection(new StudyWatch(study.shelf(), errors::add), tasks);
                    FigureTools tools =
                            new FigureTools(
                                    new SimpleObjectProperty<>(Theme.LIGHT),
                                    new NoFiles(),
                                    tasks,
                                    sentence -> {});
                    ScalingView view =
                            new ScalingView(
                                    new ScalingViewModel(selection, new KeptScores(), tasks),
                                    tools,
                                    place -> {});
                    stage.setScene(new Scene((Parent) view.view(), 1200, 700));
                    stage.show();
                    selection.start();
                    view.shown();
                });
    }

    @Test
    void choosingABaselineInItsBoxGivesLeadsOverIt(FxRobot robot) throws Exception {
        open(robot);
        until(() -> said(robot).startsWith("cross-lingual less monolingual"));

        robot.clickOn("#scaling-baseline").type(KeyCode.DOWN, 2).type(KeyCode.ENTER);

        until(() -> said(robot).startsWith("monolingual less cross-lingual"));
        ComboBox<?> baseline = robot.lookup("#scaling-baseline").queryComboBox();
        assertThat(baseline.getValue()).hasToString("cross-lingual");
    }

    private static String said(FxRobot robot) {
        return robot.lookup("#scaling-sentences")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
