package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
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
import org.isogloss.ui.study.StudyLanguages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A screen reader has a name to read for whatever the keyboard can reach, in every part of every
 * place.
 */
@Tag("gui")
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {
    @TempDir private Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingTheKeyboardReachesHasAName(boolean full, FxRobot robot) {
        Workbench window = open(full, robot);
        List<String> nameless = new ArrayList<>();
        new WindowWalk(window, robot)
                .each(part -> robot.interact(() -> nameless.addAll(nameless(part))));
        robot.interact(stage::close);
        assertThat(nameless).isEmpty();
    }

    private List<String> nameless(String part) {
        List<Control> controls = new ArrayList<>();
        IdentityHashMap<Node, String> labels = new IdentityHashMap<>();
        collect(stage.getScene().getRoot(), controls, labels);
        assertThat(controls).isNotEmpty();
        return controls.stream()
                .filter(control -> !named(control, labels))
                .map(control -> part + ": " + control)
                .toList();
    }

    /** Visible controls that take the focus, and which of them a label belongs to. */
    private static void collect(
            Node node, List<Control> controls, IdentityHashMap<Node, String> labels) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Label label && label.getLabelFor() != null) {
            labels.put(label.getLabelFor(), label.getText());
        }
        boolean frame =
                node instanceof ScrollPane || node instanceof SplitPane || node instanceof TabPane;
        if (node instanceof Control control && node.isFocusTraversable() && !frame) {
            controls.add(control);
        }
        boolean whole = node instanceof ComboBoxBase<?> || node instanceof Labeled;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls, labels));
        }
    }

    private static boolean named(Control control, IdentityHashMap<Node, String> labels) {
        return filled(control.getAccessibleText())
                || filled(labels.get(control))
                || (control instanceof Labeled labeled && filled(labeled.getText()));
    }

    private static boolean filled(String words) {
        return words != null && !words.isBlank();
    }

    private Workbench open(boolean full, FxRobot robot) {
        RunShelf shelf = new RunShelf(folder.resolve("runs"));
        if (full) {
            new RankedStudy(shelf.path(), true).map();
        }
        Program program =
                new Program(
                        shelf,
                        process -> new NoLauncher(),
                        (study, process) -> List.of(),
                        new BenchProcess(new Measurements(folder.resolve("bench"))),
                        StudyLanguages::of,
                        new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                        Installation.find().map(Installation::sampleStudy).stream().toList(),
                        Optional.empty(),
                        new PreferenceFile(folder.resolve("settings.json")));
        Workbench[] window = new Workbench[1];
        robot.interact(
                () -> {
                    window[0] = new Workbench(stage, program, new NoFiles());
                    window[0].show();
                });
        return window[0];
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
