package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.experiment.Study;
import org.isogloss.launch.BenchProcess;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.preference.PreferenceFile;
import org.isogloss.ui.preference.Preferences;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.preference.ThemeChoice;
import org.isogloss.ui.preference.WindowBounds;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.data.Range;
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
class WorkbenchTest {
    @TempDir private Path folder;
    private final List<Study> started = new ArrayList<>();
    private final List<LocalProcess> processes = new ArrayList<>();
    private Optional<Path> opened = Optional.empty();
    private Workbench window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(FxRobot robot, int finished) {
        StudyFixture fixture = new StudyFixture(folder.resolve("runs"), List.of(1L));
        if (finished > 0) {
            fixture.finish(finished);
        }
        Program program =
                new Program(
                        fixture.shelf(),
                        process -> new NoLauncher(),
                        (study, process) -> {
                            started.add(study);
                            processes.add(process);
                            return List.of();
                        },
                        new BenchProcess(new Measurements(folder.resolve("bench"))),
                        study -> StudyFixture.LANGUAGES,
                        new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                        List.of(fixture.studyFile(folder)),
                        opened,
                        new PreferenceFile(folder.resolve("settings.json")));
        robot.interact(
                () -> {
                    window = new Workbench(stage, program, new SaveHere(folder));
                    window.show();
                });
    }

    @Test
    void goesToPlacesByClickAndByKey(FxRobot robot) throws Exception {
        open(robot, 0);

        robot.clickOn("#go-results");
        assertThat(titles(robot)).contains("No results yet");

        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        until(() -> robot.lookup("#next-step").tryQuery().isPresent());

        robot.press(KeyCode.CONTROL, KeyCode.DIGIT6).release(KeyCode.DIGIT6, KeyCode.CONTROL);
        assertThat(titles(robot)).contains("Bias");
        robot.interact(stage::close);
    }

    @Test
    void beginsWithTheStudyItWasStartedWith(FxRobot robot) throws Exception {
        Path file = folder.resolve("mine.isogloss");
        StudyFixture other = new StudyFixture(folder.resolve("other"), List.of(1L));
        Files.move(other.studyFile(Files.createDirectory(folder.resolve("in"))), file);
        opened = Optional.of(file);
        open(robot, 0);

        until(() -> window.preferences().recentStudies().contains(file.toString()));
        robot.interact(stage::close);
    }

    @Test
    void theTourLeadsThroughThePlacesAndIsPutAway(FxRobot robot) throws Exception {
        open(robot, 3);
        until(() -> robot.lookup("#take-the-tour").tryQuery().isPresent());
        robot.clickOn("#take-the-tour");
        until(() -> robot.lookup("#tour-next").tryQuery().isPresent());

        robot.clickOn("#tour-next").clickOn("#tour-next");
        until(() -> titles(robot).contains("Runs"));
        robot.clickOn("#tour-next");
        until(() -> titles(robot).contains("Results"));
        robot.clickOn("#tour-back");
        until(() -> titles(robot).contains("Runs"));
        for (int step = 0; step < 4; step++) {
            robot.clickOn("#tour-next");
        }
        until(() -> titles(robot).contains("Figures"));
        assertThat(robot.lookup("#tour-next").queryButton().getText()).isEqualTo("End the tour");

        robot.clickOn("#tour-next");
        until(() -> robot.lookup("#tour").tryQuery().isEmpty());
        robot.clickOn("#go-start").clickOn("#take-the-tour");
        until(() -> robot.lookup("#tour-back").tryQuery().isPresent());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> robot.lookup("#tour").tryQuery().isEmpty());
        robot.interact(stage::close);
    }

    @Test
    void helpOpensBesideTheContentIsSearchedAndClosed(FxRobot robot) throws Exception {
        open(robot, 0);
        robot.clickOn("#go-start").press(KeyCode.F1).release(KeyCode.F1);
        until(() -> robot.lookup("#learn").tryQuery().isPresent());

        robot.clickOn("#learn-search").write("gradcache");
        until(
                () ->
                        robot.lookup("#learn-found")
                                .tryQueryAs(Label.class)
                                .filter(found -> found.getText().equals("1 word"))
                                .isPresent());

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> robot.lookup("#learn").tryQuery().isEmpty());
        robot.clickOn("#help");
        until(() -> robot.lookup("#learn").tryQuery().isPresent());
        robot.clickOn("#learn-close");
        until(() -> robot.lookup("#learn").tryQuery().isEmpty());
        robot.interact(stage::close);
    }

    @Test
    void thePlaceOneStandsInStaysMarkedWhenItIsClickedAgain(FxRobot robot) {
        open(robot, 0);
        robot.clickOn("#go-data").clickOn("#go-data");

        assertThat(robot.lookup("#go-data").queryAs(ToggleButton.class).isSelected()).isTrue();
        robot.interact(stage::close);
    }

    @Test
    void offersTheHeatmapsOnceNothingGoesOnAnyMore(FxRobot robot) throws Exception {
        open(robot, 3);
        robot.clickOn("#go-runs");
        until(() -> robot.lookup("#see-results").match(Node::isVisible).tryQuery().isPresent());

        robot.clickOn("#see-results");

        assertThat(robot.lookup("#go-results").queryAs(ToggleButton.class).isSelected()).isTrue();
        robot.interact(stage::close);
    }

    @Test
    void remembersTheTheme(FxRobot robot) throws Exception {
        PreferenceFile file = new PreferenceFile(folder.resolve("settings.json"));
        file.save(Preferences.STANDARD.withTheme(ThemeChoice.LIGHT));
        open(robot, 0);
        assertThat(window.theme().get()).isEqualTo(Theme.LIGHT);

        robot.clickOn("#theme").clickOn("#theme-dark");

        assertThat(window.theme().get()).isEqualTo(Theme.DARK);
        until(() -> file.load(w -> {}).theme() == ThemeChoice.DARK);
        robot.interact(stage::close);
    }

    @Test
    void closesThoughThePreferencesCannotBeSaved(FxRobot robot) throws Exception {
        open(robot, 0);
        Path file = folder.resolve("settings.json");
        Files.createDirectories(file.resolve("in-the-way"));

        robot.interact(stage::close);

        assertThat(stage.isShowing()).isFalse();
        assertThat(file).isDirectory();
    }

    @Test
    void comesBackOnAScreen(FxRobot robot) {
        WindowBounds away = new WindowBounds(90_000, 90_000, 900, 700, false);
        new PreferenceFile(folder.resolve("settings.json"))
                .save(Preferences.STANDARD.withWindow(away));

        open(robot, 0);

        assertThat(Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), 32))
                .isNotEmpty();
        robot.interact(stage::close);
    }

    @Test
    void startsTheSampleStudyAndShowsItsRuns(FxRobot robot) throws Exception {
        open(robot, 0);
        until(() -> robot.lookup("Train 3 models").tryQuery().isPresent());

        robot.clickOn("Train 3 models");
        until(() -> robot.lookup(".runs").tryQuery().isPresent());

        assertThat(started).extracting(Study::name).containsExactly("world-facts");
        robot.interact(stage::close);
    }

    @Test
    void startsOnWhatWasChosenToComputeOnAndRemembersIt(FxRobot robot) throws Exception {
        open(robot, 0);
        until(() -> robot.lookup("Train 3 models").tryQuery().isPresent());
        ComboBox<Integer> threads = robot.lookup("#threads").queryComboBox();
        ComboBox<String> devices = robot.lookup("#device").queryComboBox();

        robot.interact(() -> devices.getItems().add("gpu:3"));
        robot.interact(() -> devices.setValue("gpu:3"));
        robot.interact(() -> threads.setValue(1));
        robot.clickOn("Train 3 models");
        until(() -> processes.size() == 1);

        assertThat(processes).containsExactly(new LocalProcess(1, "gpu:3"));
        PreferenceFile file = new PreferenceFile(folder.resolve("settings.json"));
        until(() -> file.load(w -> {}).computing().equals(new Computing("gpu:3", 1)));
        robot.interact(stage::close);
    }

    @Test
    void showsOneHeatmapForEachStrategyAndExportsIt(FxRobot robot) throws Exception {
        open(robot, 3);
        robot.clickOn("#go-results");
        until(() -> robot.lookup("unseen-pairs").tryQuery().isPresent());
        robot.clickOn("unseen-countries");
        until(() -> figures(robot).size() == 5);
        assertThat(titles(robot))
                .contains("monolingual", "cross-lingual", "hybrid α .50")
                .contains("cross-lingual − monolingual", "hybrid α .50 − monolingual");

        MenuButton export = robot.lookup(".export").nth(0).queryAs(MenuButton.class);
        robot.interact(export::show);
        robot.interact(export::hide);
        for (String id : List.of("export-svg", "export-png-150", "export-csv")) {
            robot.interact(
                    () ->
                            export.getItems().stream()
                                    .filter(item -> id.equals(item.getId()))
                                    .findFirst()
                                    .orElseThrow()
                                    .fire());
        }

        Path svg = folder.resolve("language-pairs-monolingual.svg");
        Path png = folder.resolve("language-pairs-monolingual.png");
        Path csv = folder.resolve("language-pairs-monolingual.csv");
        until(() -> Files.exists(svg) && Files.exists(png) && Files.exists(csv));
        assertThat(svg).content().contains("<svg").contains("mAP");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readAllLines(csv)).hasSize(1 + 11 * 11);
        robot.interact(stage::close);
    }

    @Test
    void scrollsThePageOverAHeatmapWithoutZoomingIt(FxRobot robot) throws Exception {
        open(robot, 3);
        robot.clickOn("#go-results");
        until(() -> robot.lookup("unseen-pairs").tryQuery().isPresent());
        until(() -> figures(robot).size() >= 3);
        ChartViewer chart =
                robot.from(figures(robot).iterator().next())
                        .lookup(ChartViewer.class::isInstance)
                        .query();
        Range before = chart.getChart().getXYPlot().getDomainAxis().getRange();

        robot.moveTo(chart).scroll(3, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(chart.getChart().getXYPlot().getDomainAxis().getRange()).isEqualTo(before);
        robot.interact(stage::close);
    }

    @Test
    void saysInOneSentenceWhatTheUserGotWrong(FxRobot robot) {
        open(robot, 0);

        robot.interact(() -> window.report(new BadInputException("study.json:3: no strategies")));

        Node strip = robot.lookup(".message-strip").query();
        assertThat(strip.isVisible()).isTrue();
        assertThat(titles(robot)).contains("study.json:3: no strategies");
        robot.interact(stage::close);
    }

    private static Set<FigureView> figures(FxRobot robot) {
        return robot.lookup(".figure-view").queryAllAs(FigureView.class);
    }

    private static List<String> titles(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class NoLauncher implements Launcher {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public String description() {
            return "starts nothing";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Answers every question with a file of the suggested name. */
    private record SaveHere(Path folder) implements FileAsker {
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
