package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.shell.ScriptCoverage;
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
class DatasetsViewTest {
    @TempDir private Path folder;
    private final List<Throwable> errors = new ArrayList<>();
    private ThreadTasks tasks;
    private DatasetsViewModel model;
    private DatasetsView view;
    private Stage stage;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view::hidden);
        tasks.close();
        assertThat(errors).isEmpty();
    }

    private void open(FxRobot robot) {
        robot.interact(
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    tasks = new ThreadTasks(Platform::runLater, errors::add);
                    model =
                            new DatasetsViewModel(
                                    new Catalogue(
                                            folder.resolve("datasets.json"),
                                            folder.resolve("pools")),
                                    Optional.of(Path.of("sample-data/world-facts/study.json")),
                                    tasks);
                    view =
                            new DatasetsView(
                                    model,
                                    new NoChooser(),
                                    new FigureTools(
                                            new SimpleObjectProperty<>(Theme.LIGHT),
                                            new NoFiles(),
                                            tasks,
                                            said -> {}),
                                    new ScriptCoverage(text -> true));
                    Scene scene = new Scene((javafx.scene.Parent) view.view(), 1200, 768);
                    scene.getStylesheets()
                            .add(
                                    Objects.requireNonNull(
                                                    DatasetsView.class.getResource(
                                                            "/org/isogloss/ui/app.css"))
                                            .toExternalForm());
                    stage.setScene(scene);
                    stage.show();
                    view.shown();
                });
    }

    @Test
    void saysWhatIsInAFolderThatIsDropped(FxRobot robot) throws Exception {
        open(robot);
        until(() -> robot.lookup("#data-empty").query().isVisible());

        drop(robot, Path.of("sample-data/formats/squad/xquad-style"));

        until(() -> visible(robot, "#language-counts"));
        TableView<?> languages = robot.lookup("#language-counts").queryTableView();
        assertThat(languages.getItems()).isNotEmpty();
        assertThat(text(robot, "#set-name")).isEqualTo("xquad-style");
        assertThat(visible(robot, "#data-empty")).isFalse();
    }

    @Test
    void tellsOfKnownDataSetsAndHowTheyAreFetched(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> robot.lookup("#show-library").queryAs(ToggleButton.class).fire());
        ListView<KnownDataset> library = robot.lookup("#library").queryListView();
        KnownDataset xquad =
                library.getItems().stream()
                        .filter(known -> known.id().equals("xquad-r"))
                        .findFirst()
                        .orElseThrow();

        robot.interact(() -> library.getSelectionModel().select(xquad));

        assertThat(text(robot, "#library-title")).isEqualTo(xquad.title());
        assertThat(visible(robot, "#data-empty")).isFalse();
        assertThat(robot.lookup(".library .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(xquad.licence(), "isogloss data fetch xquad-r")
                .anyMatch(said -> said.contains("th: 1\u2009190 questions, 852 candidates"));
    }

    @Test
    void saysInPlaceWhatIsWrongAndShowsTheLine(FxRobot robot) throws Exception {
        open(robot);
        Path file = DataFixture.broken(folder.resolve("rivers.jsonl"));

        drop(robot, file);

        until(() -> visible(robot, "#refused"));
        assertThat(text(robot, "#refused-place")).isEqualTo(file + ":3");
        robot.clickOn("#show-line");
        until(() -> visible(robot, "#refused #excerpt"));
        assertThat(robot.lookup("#refused #excerpt .line-number").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void holdsTrainingAgainstEvaluationByTheirUse(FxRobot robot) throws Exception {
        open(robot);
        drop(robot, DataFixture.parallel(folder.resolve("train.jsonl"), "Oglio", "Adda"));
        until(() -> visible(robot, "#language-counts"));
        robot.clickOn("#role-training");
        until(() -> !model.items().get(0).roles().isEmpty());
        drop(robot, DataFixture.parallel(folder.resolve("test.jsonl"), "Oglio"));
        until(() -> text(robot, "#set-name").equals("test") && visible(robot, "#language-counts"));
        robot.clickOn("#role-evaluation");
        until(() -> model.guard().matrix().get().unchecked() == 1);

        robot.clickOn("#show-guard");
        robot.clickOn("#guard-check");
        until(
                () ->
                        robot.lookup("#guard-train-test")
                                .tryQuery()
                                .filter(Button.class::isInstance)
                                .isPresent());
        robot.clickOn("#guard-train-test");

        until(() -> visible(robot, "#overlap-sentence"));
        assertThat(text(robot, "#overlap-sentence")).startsWith("overlap: 2 of 2 questions");
    }

    @Test
    void findsRowsAndShowsTheSelectedOneInFull(FxRobot robot) throws Exception {
        open(robot);
        drop(robot, DataFixture.parallel(folder.resolve("rivers.jsonl"), "Oglio", "Adda", "Po"));
        until(() -> visible(robot, "#language-counts"));
        robot.clickOn("Rows");
        TableView<DataRow> rows = robot.lookup("#rows").queryTableView();
        until(() -> rows.getItems().size() == 6);

        robot.clickOn("#search-rows").write("village of Adda");

        until(() -> rows.getItems().size() == 1);
        assertThat(text(robot, "#rows-count")).isEqualTo("1 of 6 questions");
        assertThat(words(robot, "#row-preview .passage"))
                .isEqualTo("It rises in the hills near the village of Adda.");
    }

    @Test
    void readsATableOnceItsColumnsAreNamed(FxRobot robot) throws Exception {
        open(robot);
        drop(robot, DataFixture.table(folder.resolve("faq.csv")));
        until(() -> visible(robot, "#column-mapping"));
        ComboBox<String> question = robot.lookup("#column-question").queryComboBox();
        ComboBox<String> passage = robot.lookup("#column-passage").queryComboBox();
        assertThat(question.getItems()).containsExactly("none", "frage", "antwort");

        robot.interact(
                () -> {
                    question.setValue("frage");
                    passage.setValue("antwort");
                });
        robot.clickOn("#read-question-lang").write("de");
        robot.clickOn("#read-answer-lang").write("de");
        robot.clickOn("#read-again");

        until(() -> visible(robot, "#language-counts"));
        assertThat(model.items().get(0).options().columns())
                .isEqualTo(Map.of("question", "frage", "passage", "antwort"));
    }

    private void drop(FxRobot robot, Path path) {
        robot.interact(() -> view.take(List.of(path.toAbsolutePath())));
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(DatasetsViewTest::seen).isPresent();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A text that is laid out word by word. */
    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextFlow.class).getChildren().stream()
                .map(word -> ((Text) word).getText())
                .collect(Collectors.joining());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class NoChooser implements DataChooser {
        @Override
        public List<Path> files(Window owner) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(Window owner) {
            return Optional.empty();
        }
    }
}
