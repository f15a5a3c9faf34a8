package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The zero-shot guard: every training set held against every evaluation set. */
final class GuardView extends BorderPane {
    private static final Words WORDS = Words.of(GuardView.class);

    private final GuardViewModel model;
    private final Button check = new Button("", new FontIcon(Feather.SHIELD));
    private final Label explained = new Label();
    private final OverlapView overlap = new OverlapView();
    private final SplitPane split = new SplitPane();
    private final EmptyPlace empty = new EmptyPlace(Feather.SHIELD);
    private final BorderPane content = new BorderPane();
    private final CommandBar command = new CommandBar();

    GuardView(GuardViewModel model) {
        this.model = model;
        getStyleClass().add("guard");
        empty.setId("guard-empty");
        empty.say(WORDS.text("guard.nothingToCompareYet"), WORDS.text("guard.giveOneDataSet"));
        ScrollPane grid = new ScrollPane(new GuardGrid(model));
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(grid);
        content.setTop(new VBox(head(), problem()));
        content.setCenter(split);
        content.setBottom(command);
        setCenter(new StackPane(content, empty));
        model.matrix().addListener((property, before, now) -> show(now));
        model.checking().addListener((property, before, now) -> show(model.matrix().get()));
        model.selected().addListener((property, before, now) -> show(now));
        show(model.matrix().get());
    }

    private Node head() {
        explained.setId("guard-explained");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        check.setId("guard-check");
        check.getStyleClass().add(Styles.ACCENT);
        check.setOnAction(e -> model.check());
        check.visibleProperty()
                .bind(
                        model.checking()
                                .not()
                                .and(
                                        Bindings.createBooleanBinding(
                                                () -> model.matrix().get().unchecked() > 0,
                                                model.matrix())));
        check.managedProperty().bind(check.visibleProperty());
        Label said = new Label();
        said.textProperty().bind(model.said());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress());
        Button cancel = new Button(WORDS.text("guard.cancel"), new FontIcon(Feather.X));
        cancel.setId("guard-cancel");
        cancel.setOnAction(e -> model.cancel());
        HBox busy = new HBox(said, bar, cancel);
        busy.getStyleClass().add("guard-busy");
        busy.visibleProperty().bind(model.checking());
        busy.managedProperty().bind(model.checking());
        HBox head = new HBox(explained, gap, busy, check);
        head.getStyleClass().add("guard-top");
        return head;
    }

    private Node problem() {
        Label problem = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
        problem.setId("guard-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("guard-problem");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void show(GuardMatrix matrix) {
        empty.setVisible(matrix.isEmpty());
        content.setVisible(!matrix.isEmpty());
        int left = matrix.unchecked();
        check.setText(
                left == 1 ? WORDS.text("guard.checkPair") : WORDS.text("guard.checkPairs", left));
        explained.setText(
                left == 0
                        ? WORDS.text("guard.everyPairWasCompared")
                        : WORDS.text("guard.isAnythingOfThe"));
        command.show(model.command());
    }

    private void show(Optional<PairOverlap> pair) {
        if (pair.isEmpty()) {
            split.getItems().remove(overlap);
            return;
        }
        overlap.show(pair.get());
        if (!split.getItems().contains(overlap)) {
            split.getItems().add(overlap);
            split.setDividerPositions(.4);
        }
    }
}
