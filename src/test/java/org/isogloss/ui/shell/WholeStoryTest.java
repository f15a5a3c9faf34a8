package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.launch.Installation;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.dialog.FileAsker;
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
        Program program = Program.installed(user, Optional.of(installation));
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

    private static final class NoFiles implements FileAsker {
        @Override
        public Optional<Path> toOpen(String title, String extension) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, String name) {
            return Optional.empty();
        }
    }
}
