package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.isogloss.launch.Installation;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is dropped anywhere on the window goes to the place it belongs in. */
@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class WindowDropTest {
    @TempDir private Path folder;
    private Stage stage;
    private StudyFixture fixture;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot robot) {
        UserFolder user = new UserFolder(folder);
        fixture = new StudyFixture(user.runs(), List.of(1L)).finish(3);
        Program program = Program.installed(user, Installation.find(), Optional.empty());
        robot.interact(() -> new Workbench(stage, program, new NoFiles()).show());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @Test
    void dataGoToData(FxRobot robot) throws Exception {
        drop(robot, Path.of("sample-data/formats/squad/xquad-style"));

        until(() -> stands(robot, "#go-data"));
        until(() -> robot.lookup("#data-sets").<ListView<?>>query().getItems().size() == 1);
        assertThat(robot.lookup("#language-counts").tryQuery()).isPresent();
    }

    @Test
    void aStudyGoesToDesignWhateverItsNameEndsIn(FxRobot robot) throws Exception {
        Path json = fixture.studyFile(folder);
        Path other = Files.copy(json, folder.resolve("mine.isogloss"));
        for (Path file : List.of(json, other)) {
            robot.interact(() -> robot.lookup("#go-start").queryAs(ToggleButton.class).fire());
            drop(robot, file);

            until(() -> stands(robot, "#go-design"));
            until(
                    () ->
                            robot.lookup(".text-field").queryAllAs(TextField.class).stream()
                                    .anyMatch(field -> field.getText().equals("world-facts")));
        }
    }

    @Test
    void ofSeveralStudiesTheOthersStandAmongThoseOpenedLast(FxRobot robot) throws Exception {
        Path json = fixture.studyFile(folder);
        Path other = Files.copy(json, folder.resolve("other.isogloss"));
        drop(robot, json, other);

        until(() -> stands(robot, "#go-design"));
        until(
                () ->
                        robot.lookup("#message")
                                .queryAs(Label.class)
                                .getText()
                                .equals("The other study stands under Recent on Start."));
        robot.interact(() -> robot.lookup("#go-start").queryAs(ToggleButton.class).fire());
        List<String> recent =
                robot.lookup("#recent .hyperlink").queryAllAs(Hyperlink.class).stream()
                        .map(Hyperlink::getText)
                        .toList();
        assertThat(recent)
                .containsSubsequence(
                        folder.getFileName() + "/" + json.getFileName(),
                        folder.getFileName() + "/other.isogloss");
    }

    @Test
    void aRunGoesToRunsAndAStudysRunsGoToResults(FxRobot robot) throws Exception {
        drop(robot, fixture.shelf().runs().get(1).path());
        until(() -> stands(robot, "#go-runs"));
        until(() -> selected(robot) == 1);

        drop(robot, fixture.shelf().path().resolve("world-facts"));
        until(() -> stands(robot, "#go-results"));
    }

    @Test
    void runsThatStandElsewhereAreToldWhereToGo(FxRobot robot) throws Exception {
        StudyFixture away = new StudyFixture(folder.resolve("away"), List.of(1L)).finish(1);

        drop(robot, away.shelf().path().resolve("world-facts"));

        until(
                () ->
                        robot.lookup(".message-strip .label").queryAllAs(Label.class).stream()
                                .anyMatch(label -> label.getText().contains("Copy the folder")));
        assertThat(stands(robot, "#go-start")).isTrue();
    }

    @Test
    void whatNobodyCanUseIsRefusedInASentence(FxRobot robot) throws Exception {
        drop(robot, Files.writeString(folder.resolve("holiday.png"), "no data"));

        until(() -> stands(robot, "#go-data"));
        until(() -> robot.lookup("#refused").match(Node::isVisible).tryQuery().isPresent());
        assertThat(robot.lookup("#refused-sentence").queryAs(Label.class).getText()).isNotBlank();
    }

    private static int selected(FxRobot robot) {
        return robot.lookup("#runs-table")
                .queryAs(TableView.class)
                .getSelectionModel()
                .getSelectedIndices()
                .size();
    }

    private void drop(FxRobot robot, Path... paths) {
        robot.interact(
                () -> {
                    Dragboard board = DragboardHelper.createDragboard(clipboard());
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(
                            Stream.of(paths).map(path -> path.toAbsolutePath().toFile()).toList());
                    board.setContent(content);
                    stage.getScene().getRoot().fireEvent(event(DragEvent.DRAG_OVER, board));
                    stage.getScene().getRoot().fireEvent(event(DragEvent.DRAG_DROPPED, board));
                });
    }

    /** A clipboard of this process alone, which says what may be done with what it holds. */
    private static TKClipboard clipboard() {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard)
                Proxy.newProxyInstance(
                        TKClipboard.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getTransferModes")
                                        ? EnumSet.of(TransferMode.COPY)
                                        : method.invoke(local, arguments));
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, null, null);
    }

    private static boolean stands(FxRobot robot, String place) {
        return robot.lookup(place).queryAs(ToggleButton.class).isSelected();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
