package org.isogloss.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.isogloss.run.GraphicsCards;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class MachineViewTest {
    @TempDir private Path folder;
    private final InlineTasks tasks = new InlineTasks();
    private final FakeBench bench = new FakeBench();
    private final List<Computing> chosen = new ArrayList<>();
    private final SimpleBooleanProperty unable = new SimpleBooleanProperty();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(FxRobot robot, GraphicsCards cards, Computing computing) {
        robot.interact(
                () -> {
                    MachineViewModel model =
                            new MachineViewModel(
                                    new MachineViewModel.Surroundings(
                                            () -> cards,
                                            process -> Optional.empty(),
                                            (study, process) -> bench,
                                            chosen::add),
                                    tasks,
                                    computing);
                    MachineView view =
                            new MachineView(
                                    model,
                                    () ->
                                            model.measure(
                                                    new StudyFixture(folder, List.of(1L)).study()),
                                    unable);
                    stage.setScene(new Scene(view, 320, 320));
                    stage.show();
                });
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void measuresAndCancelsByClick(FxRobot robot) {
        open(robot, new GraphicsCards(List.of(), "No card."), Computing.STANDARD);
        assertThat(text(robot, "#no-cards")).isEqualTo("No card.");

        robot.clickOn("#measure");
        bench.says("measuring training: 2 of 5");
        robot.interact(tasks::tick);
        assertThat(text(robot, "#measured")).isEqualTo("Measuring training: 2 of 5");
        assertThat(robot.lookup("#measure").<Node>query().isVisible()).isFalse();

        robot.clickOn("#cancel-measuring");
        robot.interact(tasks::tick);
        assertThat(text(robot, "#measured")).isEqualTo("Not measured yet.");
        assertThat(robot.lookup("#measure").<Node>query().isVisible()).isTrue();
        assertThat(robot.lookup("#measure").<Node>query().isDisabled()).isFalse();

        robot.interact(() -> unable.set(true));
        assertThat(robot.lookup("#measure").<Node>query().isDisabled()).isTrue();
    }

    @Test
    void offersTheCardsAndRemembersTheChoice(FxRobot robot) {
        open(robot, new GraphicsCards(List.of("NVIDIA A"), ""), Computing.STANDARD);
        ComboBox<String> devices = robot.lookup("#device").queryComboBox();
        assertThat(devices.getItems()).containsExactly("cpu", "gpu:0");

        robot.interact(() -> devices.setValue("gpu:0"));

        assertThat(chosen).containsExactly(new Computing("gpu:0", 0));
        assertThat(devices.getButtonCell().getText()).isEqualTo("NVIDIA A (gpu:0)");
    }

    @Test
    void keepsACardThatIsGoneSayingSo(FxRobot robot) {
        open(robot, new GraphicsCards(List.of(), "No card."), new Computing("gpu:2", 0));

        ComboBox<String> devices = robot.lookup("#device").queryComboBox();
        assertThat(devices.getValue()).isEqualTo("gpu:2");
        assertThat(devices.getButtonCell().getText()).isEqualTo("gpu:2, not found");
        assertThat(chosen).isEmpty();
    }
}
