package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.launch.BenchProcess;
import org.isogloss.launch.Launcher;
import org.isogloss.run.RunFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.preference.PreferenceFile;
import org.isogloss.ui.preference.Preferences;
import org.isogloss.ui.preference.ThemeChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws every place in both themes into {@code target/screenshots}, to be looked at. */
@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    @TempDir private Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({"empty,0,LIGHT", "one,1,DARK", "three,9,LIGHT", "three,9,DARK"})
    void drawsEveryPlace(String name, int finished, ThemeChoice theme, FxRobot robot) {
        StudyFixture fixture = new StudyFixture(folder.resolve("runs"), List.of(1L, 2L, 3L));
        if (finished > 0) {
            fixture.finish(finished);
        }
        PreferenceFile preferences = new PreferenceFile(folder.resolve("settings.json"));
        preferences.save(Preferences.STANDARD.withTheme(theme));
        Program program =
                new Program(
                        fixture.shelf(),
                        process -> new NoLauncher(),
                        (study, process) -> List.of(),
                        new BenchProcess(new Measurements(folder.resolve("bench"))),
                        study -> StudyFixture.LANGUAGES,
                        new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                        List.of(fixture.studyFile(folder)),
                        Optional.empty(),
                        preferences);
        Workbench[] window = new Workbench[1];
        robot.interact(
                () -> {
                    window[0] = new Workbench(stage, program, new NoFiles());
                    window[0].show();
                });
        for (Place place : Place.values()) {
            robot.interact(() -> window[0].open(place));
            WaitForAsyncUtils.sleep(1200, java.util.concurrent.TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
            String file = place + "-" + name + "-" + theme + ".png";
            assertThat(save(robot, file.toLowerCase(Locale.ROOT))).isNotEmptyFile();
        }
        if (finished == 9) {
            robot.interact(() -> window[0].open(Place.RESULTS));
            robot.clickOn("unseen-countries");
            WaitForAsyncUtils.sleep(1200, java.util.concurrent.TimeUnit.MILLISECONDS);
            save(robot, "results-single-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        }
        robot.interact(stage::close);
    }

    private Path save(FxRobot robot, String name) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = stage.getScene().snapshot(null));
        Path file = FOLDER.resolve(name);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
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

    private static final class NoFiles implements FileAsker {
        @Override
        public Optional<Path> toOpen(String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, String name) {
            return Optional.empty();
        }
    }
}
