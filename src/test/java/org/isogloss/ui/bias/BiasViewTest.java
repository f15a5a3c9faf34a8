package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.LanguageMap;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.ThreadTasks;
import org.jfree.chart.entity.ChartEntity;
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
class BiasViewTest {
    @TempDir private Path folder;
    private final List<Throwable> errors = new ArrayList<>();
    private ThreadTasks tasks;
    private RankedStudy study;
    private BiasViewModel model;
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

    private void open(FxRobot robot) throws Exception {
        study = new RankedStudy(folder, true);
        study.map();
        tasks = new ThreadTasks(Platform::runLater, errors::add);
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    model =
                            new BiasViewModel(
                                    study.selection(),
                                    new FoundRankings(PoolPlace.NONE),
                                    tasks,
                                    (runs, collection) -> {
                                        throw new AssertionError("all is measured");
                                    });
                    BiasView view =
                            new BiasView(
                                    model,
                                    new FigureTools(
                                            new SimpleObjectProperty<>(Theme.LIGHT),
                                            new NoFiles(),
                                            tasks,
                                            sentence -> {}),
                                    ScriptCoverage.installed(),
                                    place -> {});
                    Scene scene = new Scene((Parent) view.view(), 1200, 760);
                    scene.getStylesheets().add("/org/isogloss/ui/app.css");
                    stage.setScene(scene);
                    stage.show();
                    study.selection().start();
                    study.selection().collection().set(RankedStudy.COLLECTION);
                });
        until(() -> model.shown().get().isPresent());
    }

    @Test
    void aClickOnTheMapLooksAtAQuestionAndTheSliderTakesLanguageOut(FxRobot robot)
            throws Exception {
        open(robot);
        robot.clickOn("#bias-map");
        until(() -> mark(robot, LanguageMap.PASSAGE + "th_q11").isPresent());

        robot.clickOn(mark(robot, LanguageMap.PASSAGE + "th_q11").orElseThrow());

        assertThat(model.map().focus().get())
                .contains(new QuestionFocus(RankedStudy.COLLECTION, "q11", new Lang("th")));
        assertThat(model.microscope().figure()).isPresent();

        Slider slider = robot.lookup("#map-slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT, 2);
        assertThat(model.map().step().get()).isEqualTo(2);
        assertThat(model.map().maps().get(0).subject()).contains("without 2 shared directions");
        robot.interact(stage::close);
    }

    @Test
    void aLanguageChosenInOneChartStandsOutInAllUntilEscape(FxRobot robot) throws Exception {
        open(robot);
        until(() -> mark(robot, LanguageMap.LANGUAGE + "th").isPresent());

        robot.clickOn(mark(robot, LanguageMap.LANGUAGE + "th").orElseThrow());

        assertThat(model.language().get()).contains(new Lang("th"));
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(ChartViewer.class);
        assertThat(stage.getScene().getFocusOwner().getAccessibleText()).contains(", th: ");
        assertThat(robot.lookup("#bias-language").query().isVisible()).isTrue();
        robot.clickOn("#bias-map");
        until(() -> !model.map().maps().isEmpty());
        assertThat(model.map().maps().get(0).look().chosen()).contains(new Lang("th"));

        robot.type(KeyCode.ESCAPE);
        assertThat(model.language().get()).isEmpty();
        assertThat(robot.lookup("#bias-language").query().isVisible()).isFalse();
        robot.interact(stage::close);
    }

    @Test
    void aLanguageIsChosenFromAChartWithTheKeyboardWhichStaysThere(FxRobot robot) throws Exception {
        open(robot);
        until(() -> mark(robot, LanguageMap.LANGUAGE + "th").isPresent());
        Node chart =
                robot.lookup(ChartViewer.class::isInstance).queryAll().stream()
                        .filter(BiasViewTest::seen)
                        .findFirst()
                        .orElseThrow();
        robot.interact(chart::requestFocus);

        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(model.language().get()).isPresent();
        assertThat(chart.isFocused()).isTrue();
        String chosen = model.language().get().orElseThrow().tag();
        assertThat(chart.getAccessibleText()).contains(", " + chosen + ": ");
        robot.type(KeyCode.ESCAPE);
        assertThat(model.language().get()).isEmpty();
        robot.interact(stage::close);
    }

    @Test
    void showsBeforeAndAfterOfEveryQuestion(FxRobot robot) throws Exception {
        open(robot);

        robot.clickOn("#bias-shift");

        until(() -> robot.lookup(BiasViewTest::saysHowMany).tryQuery().isPresent());
        robot.interact(stage::close);
    }

    @Test
    void showsTheCommandOfThePartLookedAt(FxRobot robot) throws Exception {
        open(robot);
        until(() -> command(robot).startsWith("isogloss measures "));

        robot.clickOn("#bias-shift");
        until(() -> command(robot).startsWith("isogloss compare "));

        robot.clickOn("#bias-map");
        until(() -> command(robot).startsWith("isogloss erasure "));

        robot.clickOn("#bias-microscope");
        robot.interact(
                () ->
                        model.microscope()
                                .focus()
                                .set(
                                        Optional.of(
                                                new QuestionFocus(
                                                        RankedStudy.COLLECTION,
                                                        "q7",
                                                        new Lang("hi")))));
        until(() -> command(robot).endsWith(" --id q7_hi"));
        robot.interact(stage::close);
    }

    private static String command(FxRobot robot) {
        return robot.lookup("#bias-command .command")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    /** Where the middle of a mark of a chart that is to be seen stands on the screen. */
    private static Optional<Point2D> mark(FxRobot robot, String key) {
        for (Node node : robot.lookup(ChartViewer.class::isInstance).queryAll()) {
            ChartViewer viewer = (ChartViewer) node;
            if (!seen(viewer) || viewer.getRenderingInfo() == null) {
                continue;
            }
            for (Object one : viewer.getRenderingInfo().getEntityCollection().getEntities()) {
                ChartEntity entity = (ChartEntity) one;
                if (key.equals(entity.getURLText())) {
                    Rectangle2D area = entity.getArea().getBounds2D();
                    return Optional.of(
                            viewer.getCanvas().localToScreen(area.getCenterX(), area.getCenterY()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean saysHowMany(Node node) {
        return node instanceof Label label
                && label.getText() != null
                && label.getText().contains("for 91 % of questions");
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
