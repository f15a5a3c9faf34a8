package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.launch.BenchProcess;
import org.isogloss.launch.Installation;
import org.isogloss.launch.Launcher;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.run.bench.Measurements;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.bias.RankedStudy;
import org.isogloss.ui.preference.PreferenceFile;
import org.isogloss.ui.preference.Preferences;
import org.isogloss.ui.preference.ThemeChoice;
import org.isogloss.ui.preference.WindowBounds;
import org.isogloss.ui.study.StudyLanguages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws every part of every place in both themes and two sizes of window into {@code
 * target/screenshots}, to be looked at; with {@code -Dscreenshots.home=FOLDER} those of a user's
 * folder with models trained in earnest.
 */
@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final long LEAST_COLOURS = 8;
    @TempDir private Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "empty,LIGHT,1280,800",
        "empty,DARK,2560,1440",
        "full,LIGHT,1280,800",
        "full,DARK,1280,800",
        "full,LIGHT,2560,1440",
        "full,DARK,2560,1440"
    })
    void drawsEveryPart(String name, ThemeChoice theme, int width, int height, FxRobot robot) {
        PreferenceFile preferences = new PreferenceFile(folder.resolve("settings.json"));
        preferences.save(
                Preferences.STANDARD
                        .withTheme(theme)
                        .withWindow(new WindowBounds(0, 0, width, height, false)));
        Program program = program(name.equals("full"), preferences);
        Workbench[] window = new Workbench[1];
        robot.interact(
                () -> {
                    window[0] = new Workbench(stage, program, new NoFiles());
                    window[0].show();
                });
        if (name.equals("full")) {
            fill(robot, window[0]);
        }
        String end = ("-" + name + "-" + theme + "-" + height + ".png").toLowerCase(Locale.ROOT);
        new WindowWalk(window[0], robot)
                .each(
                        part -> {
                            BufferedImage image = picture(robot);
                            assertThat(image.getWidth()).as(part).isEqualTo(width);
                            assertThat(image.getHeight()).as(part).isEqualTo(height);
                            assertThat(colours(image)).as(part).isGreaterThan(LEAST_COLOURS);
                            save(image, FOLDER.resolve(part + end));
                        });
        robot.interact(stage::close);
    }

    private Program program(boolean full, PreferenceFile preferences) {
        Catalogue catalogue =
                new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools"));
        String home = System.getProperty("screenshots.home", "");
        Path runs = full && !home.isEmpty() ? Path.of(home, "runs") : folder.resolve("runs");
        if (full && home.isEmpty()) {
            RankedStudy.withWords(folder).map();
        }
        return new Program(
                new RunShelf(runs),
                process -> new NoLauncher(),
                (study, process) -> List.of(),
                new BenchProcess(new Measurements(folder.resolve("bench"))),
                StudyLanguages::of,
                catalogue,
                Installation.find().map(Installation::sampleStudy).stream().toList(),
                Optional.empty(),
                preferences);
    }

    /** Adds the sample data and keeps the figures of Results, so that no place is empty. */
    private static void fill(FxRobot robot, Workbench window) {
        robot.interact(() -> window.open(Place.DATA));
        until(() -> robot.lookup("Add the sample data").tryQuery().isPresent());
        robot.clickOn("Add the sample data");
        until(() -> !robot.lookup("#data-sets").<ListView<?>>query().getItems().isEmpty());
        robot.interact(() -> window.open(Place.RESULTS));
        until(() -> robot.lookup("#keep-all").match(Node::isVisible).tryQuery().isPresent());
        until(() -> robot.lookup(".figure-view").queryAll().size() >= 5);
        robot.clickOn("#keep-all");
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("the window never came so far", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private BufferedImage picture(FxRobot robot) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = stage.getScene().snapshot(null));
        return SwingFXUtils.fromFXImage(image[0], null);
    }

    /** How many colours a grid of its points has: a window that drew nothing has one or two. */
    private static long colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static void save(BufferedImage image, Path file) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
