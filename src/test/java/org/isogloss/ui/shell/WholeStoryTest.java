package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.launch.Installation;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.dialog.FileAsker;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From the start page to the heatmaps with real processes: what a first user clicks. */
@Tag("gui")
@Tag("native")
@ExtendWith(ApplicationExtension.class)
class WholeStoryTest {
    @TempDir private Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void trainsThreeModelsWithOneClickAndShowsTheirHeatmaps(FxRobot robot) throws Exception {
        Path home = folder.resolve("home");
        Installation installation = new Installation(home);
        JsonFile.write(installation.sampleStudy(), TinyStudy.in(folder, 20, strategies()));
        UserFolder user = new UserFolder(folder);
        RunShelf shelf = new RunShelf(user.runs());
        Program program = Program.installed(user, Optional.of(installation), Optional.empty());
        robot.interact(() -> new Workbench(stage, program, new NoFiles()).show());

        until(() -> robot.lookup("Train 3 models").tryQuery().isPresent());
        robot.clickOn("Train 3 models");
        until(() -> robot.lookup(".runs").tryQuery().isPresent());
        until(() -> finished(shelf) == 3);

        robot.clickOn("#go-results");
        until(() -> figures(robot) >= 3);
        assertThat(labels(robot)).contains("monolingual", "cross-lingual", "hybrid α .50");

        robot.clickOn("#go-bias");
        until(() -> labels(robot).contains("Rank distance by question language"));
        robot.interact(stage::close);
    }

    @Test
    void goesFromDataToABundleForAPaper(FxRobot robot) throws Exception {
        Path home = folder.resolve("home");
        Installation installation = new Installation(home);
        JsonFile.write(installation.sampleStudy(), TinyStudy.in(folder, 20, strategies()));
        UserFolder user = new UserFolder(folder);
        RunShelf shelf = new RunShelf(user.runs());
        Program program = Program.installed(user, Optional.of(installation), Optional.empty());
        Path bundle = folder.resolve("paper.zip");
        robot.interact(() -> new Workbench(stage, program, new SaveAs(bundle)).show());

        robot.clickOn("#go-data");
        until(() -> robot.lookup("Add the sample data").tryQuery().isPresent());
        robot.clickOn("Add the sample data");
        until(() -> labels(robot).contains("held-out"));

        robot.clickOn("#go-design");
        until(() -> startable(robot));
        robot.clickOn("#start-study");
        until(() -> finished(shelf) == 3);

        until(
                () ->
                        robot.lookup("#notice-go")
                                .match(WholeStoryTest::isSeen)
                                .tryQuery()
                                .isPresent());
        robot.clickOn("#notice-go");
        until(() -> figures(robot) >= 5);
        until(() -> labels(robot).stream().anyMatch(text -> text.startsWith("[95% interval]")));
        clickOnACell(robot);
        until(() -> rows(robot, "#pair-questions .table-view") == 20);
        robot.clickOn("#keep-all");

        robot.clickOn("#go-bias");
        until(() -> robot.lookup("#bias-breakdown").match(Node::isVisible).tryQuery().isPresent());
        robot.clickOn("#bias-breakdown");
        until(() -> rows(robot, "#bias-measures") == BiasMeasures.all().size());
        robot.clickOn("#bias-microscope");
        until(() -> rows(robot, "#microscope-questions") == 60);

        robot.clickOn("#go-figures");
        until(() -> robot.lookup("#export-bundle").tryQuery().isPresent());
        robot.clickOn("#export-bundle");
        until(() -> Files.exists(bundle));
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("captions.tex", "references.bib", "README.txt")
                    .filteredOn(name -> name.endsWith(".pdf"))
                    .hasSize(5);
            assertThat(zip.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.endsWith("spec.json"))
                    .hasSize(3);
        }
        robot.interact(stage::close);
    }

    private static boolean startable(FxRobot robot) {
        return robot.lookup("#start-study")
                .tryQuery()
                .filter(node -> node.isVisible() && !node.isDisabled())
                .isPresent();
    }

    /** The middle of the first heatmap is a cell: it has three languages a side. */
    private static void clickOnACell(FxRobot robot) {
        Node heatmap =
                robot.lookup((Node node) -> node instanceof ChartViewer && node.isVisible())
                        .queryAll()
                        .iterator()
                        .next();
        robot.clickOn(heatmap);
    }

    private static int rows(FxRobot robot, String table) {
        return robot.lookup(table)
                .<TableView<?>>tryQuery()
                .map(found -> found.getItems().size())
                .orElse(0);
    }

    private static List<StrategyChoice> strategies() {
        return List.of(
                StrategyChoice.of("monolingual"),
                StrategyChoice.of("cross-lingual"),
                new StrategyChoice("hybrid", Map.of("alpha", 0.5)));
    }

    private static long finished(RunShelf shelf) {
        List<RunFolder> runs = shelf.runs();
        for (RunFolder run : runs) {
            assertThat(run.state().phase())
                    .as("%s: %s", run.id(), run.lastLogLines(20))
                    .isNotIn(RunPhase.FAILED, RunPhase.DIED);
        }
        return runs.stream().filter(run -> run.state().phase() == RunPhase.FINISHED).count();
    }

    private static boolean isSeen(Node node) {
        return node.getParent().isVisible();
    }

    private static int figures(FxRobot robot) {
        return robot.lookup(".figure-view").queryAllAs(FigureView.class).size();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(3, TimeUnit.MINUTES, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private record SaveAs(Path file) implements FileAsker {
        @Override
        public Optional<Path> toOpen(String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, String name) {
            return Optional.of(file);
        }
    }
}
