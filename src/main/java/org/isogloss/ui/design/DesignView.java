package org.isogloss.ui.design;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;

/** The place Design: what a study is about above, its batches in the middle, the form beside. */
public final class DesignView implements Pane {
    private static final Words WORDS = Words.of(DesignView.class);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final DesignViewModel model;
    private final BorderPane root = new BorderPane();

    /**
     * @param chooser asks which data, or which model's folder, to take
     * @param scripts tells which languages' names can be written
     */
    public DesignView(
            DesignViewModel model,
            FigureTools tools,
            DataChooser chooser,
            ScriptCoverage scripts,
            Navigator navigator) {
        this.model = model;
        root.getStyleClass().addAll("pane", "design");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        DesignView.class.getResource("/org/isogloss/ui/design.css"))
                                .toExternalForm());
        DesignSide side = new DesignSide(model, chooser, scripts, () -> navigator.open(Place.DATA));
        PreviewView preview = new PreviewView(model, tools, side::offerTraining, side::choose);
        VBox seen = new VBox(new StrategyBar(model), preview);
        seen.getStyleClass().add("seen");
        VBox.setVgrow(preview, Priority.ALWAYS);
        HBox.setHgrow(seen, Priority.ALWAYS);
        seen.setMinWidth(0);
        HBox middle = new HBox(seen, side);
        middle.getStyleClass().add("design-middle");
        middle.setMinHeight(0);
        root.setTop(new DesignHead(model, tools, side, () -> navigator.open(Place.DATA)));
        root.setCenter(middle);
        root.setBottom(
                new DesignFoot(
                        model,
                        () -> tools.say().accept(WORDS.text("design.started")),
                        () -> navigator.open(Place.RUNS)));
        // before a text field undoes its own typing, which is part of the draft
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .addListener(
                        (property, before, focused) -> {
                            if (Boolean.TRUE.equals(focused)) {
                                model.follow();
                            }
                        });
    }

    @Override
    public Place place() {
        return Place.DESIGN;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
        model.follow();
    }

    /** One study fits the form: the first. */
    @Override
    public void take(List<Path> dropped) {
        model.open(dropped.get(0));
    }

    private void key(KeyEvent event) {
        if (REDO.match(event)) {
            model.redo();
            event.consume();
        } else if (UNDO.match(event)) {
            model.undo();
            event.consume();
        }
    }
}
