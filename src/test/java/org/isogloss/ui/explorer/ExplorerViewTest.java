package org.isogloss.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.run.query.Query;
import org.isogloss.ui.study.FoundRankings;
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
class ExplorerViewTest {
    @TempDir private Path folder;
    private final List<Throwable> errors = new ArrayList<>();
    private ThreadTasks tasks;
    private AskedStudy study;
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
        tasks = new ThreadTasks(Platform::runLater, errors::add);
        study = new AskedStudy(folder, tasks);
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    ExplorerView view =
                            new ExplorerView(
                                    new ExplorerViewModel(
                                            study.selection,
                                            new FoundRankings(PoolPlace.NONE),
                                            tasks,
                                            study::asked),
                                    place -> {});
                    Scene scene = new Scene((Parent) view.view(), 1200, 760);
                    scene.getStylesheets().add("/org/isogloss/ui/app.css");
                    stage.setScene(scene);
                    stage.show();
                    view.shown();
                });
        until(() -> robot.lookup(".answer-line").queryAll().size() == 6);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void typedWordsAreAskedAndACandidateIsReadInItsScriptBesideItsTwin(FxRobot robot)
            throws Exception {
        open(robot);
        assertThat(robot.lookup(".join-line.followed").queryAll()).hasSize(2);

        robot.doubleClickOn("#explorer-question").push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write("Where is Oslo?").push(KeyCode.ENTER);
        until(() -> robot.lookup(hasText("Where is Lima?")).queryAll().isEmpty());
        until(() -> study.models.stream().allMatch(ExplorerViewTest::askedForOslo));

        until(() -> !robot.lookup(hasText("نعم، هنا")).queryAll().isEmpty());
        robot.clickOn(first(robot.lookup(hasText("نعم، هنا")).queryAll()));
        until(() -> !robot.lookup(".join-line.chosen").queryAll().isEmpty());

        Label whole = robot.lookup(".candidate-strip > .label").queryAs(Label.class);
        assertThat(whole.getText()).isEqualTo("نعم، هنا");
        assertThat(whole.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        Label facts = robot.lookup(".candidate-head > .label").queryAs(Label.class);
        assertThat(facts.getText())
                .isEqualTo(
                        "ar Arabic · right-ar · hybrid α .50: rank 3, similarity .500"
                                + " · monolingual: rank 60, similarity .500");
    }

    @Test
    void theNextQuestionAndItsLanguagesAreReachedByClicks(FxRobot robot) throws Exception {
        open(robot);

        robot.clickOn("#explorer-next");
        until(() -> asked("q1"));
        robot.clickOn(language(robot, "en"));
        assertThat(language(robot, "en").isSelected()).isTrue();

        robot.clickOn(language(robot, "ar"));
        until(() -> asked("q1") && last().contains("ar"));
        until(() -> language(robot, "ar").isSelected());
        assertThat(language(robot, "en").isSelected()).isFalse();
        assertThat(language(robot, "ar").isFocused()).isTrue();
    }

    private static ToggleButton language(FxRobot robot, String tag) {
        return robot
                .lookup(".explorer-languages > .toggle-button")
                .<ToggleButton>queryAll()
                .stream()
                .filter(button -> tag.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean askedForOslo(AskedStudy.Model model) {
        return model.queries.stream().anyMatch(query -> "Where is Oslo?".equals(query.text()));
    }

    private boolean asked(String id) {
        return last().contains(id);
    }

    private String last() {
        List<Query> queries = study.models.get(0).queries;
        return String.valueOf(queries.get(queries.size() - 1).question());
    }

    private static Node first(Set<Node> nodes) {
        return nodes.iterator().next();
    }

    private static Predicate<Node> hasText(String text) {
        return node -> node instanceof Labeled label && text.equals(label.getText());
    }
}
