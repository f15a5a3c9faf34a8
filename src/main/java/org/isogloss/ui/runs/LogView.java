package org.isogloss.ui.runs;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A log: its lines, a search, and whether its end is followed. */
final class LogView extends StackPane {
    private static final Words WORDS = Words.of(LogView.class);
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 18;

    private final LogViewModel model;
    private final ListView<String> list;

    LogView(LogViewModel model) {
        this.model = model;
        list = new ListView<>(model.lines());
        list.setId("runs-log-lines");
        list.setFixedCellSize(ROW);
        list.setCellFactory(made -> new Line());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(WORDS.text("log.lines"));
        list.getStyleClass().add("runs-log");
        list.setOnKeyPressed(this::press);
        list.addEventFilter(
                ScrollEvent.SCROLL,
                turned -> {
                    if (turned.getDeltaY() > 0) {
                        model.following().set(false);
                    }
                });
        Label none = new Label(WORDS.text("log.empty"));
        none.getStyleClass().add("run-caption");
        list.setPlaceholder(none);
        model.lines().addListener((ListChangeListener<String>) change -> follow());
        model.following().addListener((property, before, now) -> follow());
        InvalidationListener mark = changed -> list.refresh();
        model.search().addListener(mark);
        model.current().addListener(mark);
        model.current()
                .addListener(
                        (property, before, now) -> {
                            if (now.intValue() >= 0) {
                                list.scrollTo(Math.max(0, now.intValue() - 3));
                            }
                        });
        getStyleClass().add("runs-log-place");
        getChildren().add(list);
    }

    /** What stands at the head of the place while the log is shown. */
    HBox controls() {
        TextField search = new TextField();
        search.setId("runs-log-search");
        search.setPromptText(WORDS.text("log.search"));
        search.setAccessibleText(WORDS.text("log.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        turn(key.isShiftDown());
                    } else if (key.getCode() == KeyCode.ESCAPE) {
                        search.clear();
                    }
                });
        Label found = new Label();
        found.setId("runs-log-found");
        found.getStyleClass().add("run-caption");
        found.setMinWidth(Region.USE_PREF_SIZE);
        found.textProperty().bind(model.found());
        Button up = icon(Feather.CHEVRON_UP, WORDS.text("log.previous"));
        up.setOnAction(e -> model.previous());
        Button down = icon(Feather.CHEVRON_DOWN, WORDS.text("log.next"));
        down.setOnAction(e -> model.next());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton follow = new ToggleButton(WORDS.text("log.follow"));
        follow.setId("runs-log-follow");
        follow.setTooltip(new Tooltip(WORDS.text("log.follow.help")));
        follow.selectedProperty().bindBidirectional(model.following());
        Button copy = icon(Feather.COPY, WORDS.text("log.copy"));
        copy.setOnAction(e -> copy());
        HBox controls = new HBox(8, search, up, down, found, space, follow, copy);
        controls.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(controls, Priority.ALWAYS);
        return controls;
    }

    private void turn(boolean back) {
        if (back) {
            model.previous();
        } else {
            model.next();
        }
    }

    private void follow() {
        if (model.following().get() && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void press(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
        } else if (key.getCode() == KeyCode.PAGE_UP
                || key.getCode() == KeyCode.HOME
                || key.getCode() == KeyCode.UP) {
            model.following().set(false);
        }
    }

    /** The selected lines, or all. */
    private void copy() {
        List<String> selected = list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(
                String.join("\n", selected.isEmpty() ? model.lines() : List.copyOf(selected)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button icon(Feather icon, String what) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        return button;
    }

    private final class Line extends ListCell<String> {
        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
            boolean holds = !empty && line != null && model.matches(line);
            pseudoClassStateChanged(FOUND, holds);
            pseudoClassStateChanged(CURRENT, holds && getIndex() == model.current().get());
        }
    }
}
