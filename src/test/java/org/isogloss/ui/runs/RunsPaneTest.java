package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.StudyQueue;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.shell.Messages;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.task.ThreadTasks;
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

@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class RunsPaneTest {
    private static final String STUDY = "world-facts";
    private final Instant morning = Instant.now().minus(Duration.ofSeconds(5));

    @TempDir private Path folder;
    private final List<RunLock> locks = new ArrayList<>();
    private final List<RunFixture> fixtures = new ArrayList<>();
    private final List<RunFolder> launched = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final List<Place> opened = new ArrayList<>();
    private ObjectProperty<Theme> theme;
    private ThreadTasks tasks;
    private RunsPane pane;
    private RunsViewModel model;
    private Stage stage;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @BeforeEach
    void silenceScreenSaver() {
        errors.clear();
    }

    @AfterEach
    void release() {
        if (pane != null) {
            onWindow(pane::hidden);
            tasks.close();
        }
        locks.forEach(RunLock::close);
        fixtures.forEach(RunFixture::close);
        assertThat(errors).isEmpty();
    }

    @Test
    void showsARowForEachRunAndTheInspectorOfTheSelectedOne(FxRobot robot) throws Exception {
        aStudy();
        open();
        TableView<RunRow> table = table(robot);
        until(() -> table.getItems().size() == 9);
        assertThat(robot.lookup("#run-inspector").query().isVisible()).isFalse();
        screenshot("runs-study-light");
        robot.clickOn("#runs-axes").clickOn("#runs-logarithmic");
        screenshot("runs-study-logarithmic");
        robot.clickOn("#runs-axes").clickOn("#runs-logarithmic");
        select(table, 0);
        until(() -> robot.lookup("#run-inspector").query().isVisible());
        assertThat(text(robot, "#run-sentence")).startsWith("Finished after 600 steps");
        screenshot("runs-light");
        onWindow(() -> dark(true));
        Thread.sleep(600);
        screenshot("runs-dark");
    }

    @Test
    void readsValuesOutAtTheKeyboardsLineAndZoomsBothCharts(FxRobot robot) throws Exception {
        RunFixture run = running(RunFixture.HYBRID, 1).probed(.3).steps(300).probed(.7);
        open();
        until(() -> table(robot).getItems().size() == 1);
        until(() -> robot.lookup("#runs-probes-picture").query().isVisible());
        Thread.sleep(1500); // until a picture is painted
        onWindow(() -> robot.lookup("#runs-curves-picture").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        until(() -> text(robot, "#runs-readout").matches("step 1[45].* · hybrid α .50: .*"));
        until(() -> text(robot, "#runs-probe-readout").contains("mAP"));
        assertThat(zoomed()).isFalse();
        robot.type(KeyCode.PLUS);
        until(this::zoomed);
        screenshot("runs-zoomed");
        robot.type(KeyCode.DIGIT0);
        until(() -> !zoomed());
        assertThat(run.folder().alive()).isTrue();
    }

    private boolean zoomed() {
        return !model.chart().zoom().rangeProperty().get().all();
    }

    @Test
    void pausesTheSelectedRunWithTheButtonAndWithSpace(FxRobot robot) throws Exception {
        RunFixture run = running(RunFixture.HYBRID, 1).steps(40);
        open();
        TableView<RunRow> table = table(robot);
        until(() -> table.getItems().size() == 1);
        select(table, 0);
        robot.clickOn("#run-pause");
        until(() -> run.folder().pauseRequested());
        run.event(new RunEvent.Paused(40));
        until(() -> text(robot, "#run-sentence").startsWith("Stands still"));
        onWindow(table::requestFocus);
        robot.type(KeyCode.SPACE);
        until(() -> !run.folder().pauseRequested());
    }

    @Test
    void cancelsOnlyAfterAskingOnTheSpot(FxRobot robot) throws Exception {
        RunFixture run = running(RunFixture.HYBRID, 1).steps(130);
        open();
        TableView<RunRow> table = table(robot);
        until(() -> table.getItems().size() == 1);
        select(table, 0);
        onWindow(table::requestFocus);
        robot.type(KeyCode.DELETE);
        until(() -> robot.lookup("#run-cancel-yes").tryQuery().isPresent());
        assertThat(run.folder().cancelRequested()).isFalse();
        screenshot("runs-cancel");
        robot.clickOn("#run-cancel-yes");
        until(() -> run.folder().cancelRequested());
        assertThat(robot.lookup("#run-cancel-yes").tryQuery()).isEmpty();
    }

    @Test
    void showsTheLastWordsOfADeadRunAndStartsItAgain(FxRobot robot) throws Exception {
        aStudy();
        RunFixture dead = running(RunFixture.MONOLINGUAL, 4).steps(217);
        dead.log(
                "loading 8 000 tokens\n[W] OMP: 2 threads\n"
                        + "# There is insufficient memory for the Java Runtime Environment to"
                        + " continue.\n# Native memory allocation (mmap) failed to map 536870912"
                        + " bytes\nKilled\n");
        open();
        TableView<RunRow> table = table(robot);
        until(() -> table.getItems().size() == 10);
        locks.forEach(RunLock::close);
        int row = index(table, "monolingual-nano-4");
        select(table, row);
        until(() -> text(robot, "#run-sentence").contains("step 217 of 600"));
        until(() -> text(robot, "#run-last-lines").endsWith("Killed"));
        assertThat(text(robot, "#run-sentence")).contains("The checkpoint of step 200 was kept.");
        screenshot("runs-died-light");
        onWindow(() -> dark(true));
        Thread.sleep(600);
        screenshot("runs-died-dark");
        robot.clickOn("#run-start");
        until(() -> launched.contains(dead.folder()));
    }

    @Test
    void saysWhatBelongsHereWhenThereIsNothing(FxRobot robot) throws Exception {
        open();
        until(() -> robot.lookup("#runs-empty .button").query().isVisible());
        Thread.sleep(300);
        screenshot("runs-empty-light");
        onWindow(() -> dark(true));
        Thread.sleep(300);
        screenshot("runs-empty-dark");
        robot.clickOn("#runs-empty .button");
        until(() -> opened.equals(List.of(Place.START)));
    }

    @Test
    void keepsTheWindowFluidWhileTenThousandEventsStreamIn(FxRobot robot) throws Exception {
        RunFixture old = running(RunFixture.MONOLINGUAL, 1, 10_000).steps(10_000);
        RunFixture live = running(RunFixture.HYBRID, 1, 10_000);
        open();
        until(() -> table(robot).getItems().size() == 2);
        Thread.sleep(1500);
        Pulses pulses = new Pulses();
        onWindow(pulses::start);
        for (int i = 0; i < 100; i++) {
            live.steps(100);
            Thread.sleep(40);
        }
        until(() -> row(robot, live.folder().id()).state().step() == 10_000);
        onWindow(pulses::stop);
        System.out.println("10,000 live events beside 10,000 old ones: " + pulses);
        assertThat(pulses.gaps).hasSizeGreaterThan(10);
        assertThat(old.folder().id()).isNotEmpty();
        screenshot("runs-live");
    }

    @Test
    void waitingRunsAreBroughtForwardAndTheLogIsSearched(FxRobot robot) throws Exception {
        running(RunFixture.MONOLINGUAL, 1).steps(12);
        make(RunFixture.CROSS_LINGUAL, 1);
        RunFixture last = make(RunFixture.HYBRID, 1);
        last.log("reading data\nerror: no such file\nbye\n");
        locks.add(RunLock.take(new RunShelf(folder).studyLock(STUDY)).orElseThrow());
        open();
        String id = last.folder().id();
        until(() -> tryRow(id).filter(row -> row.news().place() == 2).isPresent());

        robot.interact(() -> table(robot).getSelectionModel().select(index(table(robot), id)));
        robot.clickOn("#run-first");
        until(() -> tryRow(id).filter(row -> row.news().place() == 1).isPresent());
        assertThat(StudyQueue.read(new RunShelf(folder), STUDY).first()).containsExactly(id);
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> tryRow(id).filter(row -> row.news().place() == 2).isPresent());
        robot.clickOn("#runs-at-once").clickOn("3");
        until(() -> Integer.valueOf(3).equals(model.queue().atOnce().get()));

        robot.clickOn("#runs-log");
        until(() -> model.log().lines().size() == 3);
        robot.clickOn("#runs-log-search").write("ERROR");
        until(() -> model.log().current().get() == 1);
        assertThat(robot.lookup("#runs-log-found").queryAs(Label.class).getText())
                .isEqualTo("1 of 1");
    }

    private Optional<RunRow> tryRow(String id) {
        return model.rows().stream().filter(row -> row.folder().id().equals(id)).findFirst();
    }

    private RunRow row(FxRobot robot, String id) {
        TableView<RunRow> table = table(robot);
        return table.getItems().get(index(table, id));
    }

    /** Three strategies, three seeds: finished, running, waiting, cancelled and failed runs. */
    private void aStudy() {
        for (int seed = 1; seed <= 2; seed++) {
            finished(RunFixture.MONOLINGUAL, seed, .712);
            finished(RunFixture.CROSS_LINGUAL, seed, .668);
        }
        finished(RunFixture.HYBRID, 1, .731);
        running(RunFixture.HYBRID, 2).steps(412);
        RunFixture failed = make(RunFixture.HYBRID, 3).started(600).steps(121);
        failed.event(
                new RunEvent.Failed(
                        "the loss is not a number at step 122; lower the learning rate, 0.002"));
        failed.log("step 121 loss 1.93\nstep 122 loss NaN\n");
        make(RunFixture.CROSS_LINGUAL, 3)
                .started(600)
                .steps(230)
                .event(new RunEvent.Cancelled(230));
        make(RunFixture.MONOLINGUAL, 3);
        locks.add(RunLock.take(new RunShelf(folder).studyLock(STUDY)).orElseThrow());
    }

    private void finished(org.isogloss.experiment.StrategyChoice strategy, int seed, double map) {
        make(strategy, seed)
                .started(600)
                .steps(600)
                .scored("world-facts", map)
                .scored("xquad-r", map - .3)
                .event(new RunEvent.Finished(600, 57));
    }

    private RunFixture running(org.isogloss.experiment.StrategyChoice strategy, int seed) {
        return running(strategy, seed, 600);
    }

    private RunFixture running(
            org.isogloss.experiment.StrategyChoice strategy, int seed, int steps) {
        RunFixture run = make(strategy, seed).started(steps);
        locks.add(run.folder().lock().orElseThrow());
        return run;
    }

    private RunFixture make(org.isogloss.experiment.StrategyChoice strategy, int seed) {
        RunFixture run = RunFixture.create(folder, STUDY, strategy, seed, morning);
        fixtures.add(run);
        return run;
    }

    private void open() throws TimeoutException {
        onWindow(
                () -> {
                    theme = new SimpleObjectProperty<>(Theme.LIGHT);
                    tasks = new ThreadTasks(Platform::runLater, errors::add);
                    FigureTools tools = new FigureTools(theme, new NoFiles(), tasks, said -> {});
                    model =
                            new RunsViewModel(
                                    new RunShelf(folder), new Recorder(), tasks, new Errors());
                    pane = new RunsPane(model, tools, opened::add, path -> {});
                    stage.setScene(
                            new Scene(new javafx.scene.layout.StackPane(pane.view()), 1208, 768));
                    stage.getScene()
                            .getStylesheets()
                            .add(
                                    RunsPane.class
                                            .getResource("/org/isogloss/ui/app.css")
                                            .toExternalForm());
                    dark(false);
                    stage.show();
                    pane.shown();
                });
    }

    private void dark(boolean dark) {
        theme.set(dark ? Theme.DARK : Theme.LIGHT);
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        stage.getScene().getRoot().setStyle("-fx-background-color: -color-bg-default;");
    }

    private void screenshot(String name) throws IOException, InterruptedException {
        Thread.sleep(700);
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        var image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(WaitForAsyncUtils.waitFor(image), null),
                "png",
                file.toFile());
    }

    private static TableView<RunRow> table(FxRobot robot) {
        return robot.lookup("#runs-table").queryTableView();
    }

    private static int index(TableView<RunRow> table, String id) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).folder().id().equals(id)) {
                return i;
            }
        }
        throw new AssertionError("no row " + id);
    }

    private static void select(TableView<RunRow> table, int row) {
        onWindow(() -> table.getSelectionModel().clearAndSelect(row));
    }

    private static String text(FxRobot robot, String id) {
        return Optional.ofNullable(robot.lookup(id).tryQueryAs(javafx.scene.control.Label.class))
                .flatMap(found -> found)
                .map(javafx.scene.control.Label::getText)
                .orElse("");
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition)
            throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    private static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Recorder implements Launcher {
        @Override
        public String id() {
            return "recorder";
        }

        @Override
        public String description() {
            return "writes down what it is asked to start";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            launched.add(run);
            return CompletableFuture.completedFuture(null);
        }
    }

    private final class Errors implements Messages {
        @Override
        public void say(String sentence) {}

        @Override
        public void report(Throwable error) {
            errors.add(error);
        }
    }

    /** The times between the pulses that the window's thread got round to. */
    private static final class Pulses extends AnimationTimer {
        private final List<Double> gaps = new ArrayList<>();
        private long last;

        @Override
        public void handle(long now) {
            if (last != 0) {
                gaps.add((now - last) / 1e6);
            }
            last = now;
        }

        @Override
        public String toString() {
            List<Double> sorted = gaps.stream().sorted().toList();
            return String.format(
                    java.util.Locale.ROOT,
                    "%d pulses, gaps: median %.0f ms, 95%% %.0f ms, longest %.0f ms",
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 95 / 100),
                    sorted.get(sorted.size() - 1));
        }
    }
}
