package org.isogloss.ui.datasets;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** The guard's matrix: a row for each training set, a column for each evaluation set. */
final class GuardGrid extends GridPane {
    private static final Words WORDS = Words.of(GuardGrid.class);

    private static final double CELL_WIDTH = 264;
    private static final double CELL_HEIGHT = 48;

    private final GuardViewModel model;

    GuardGrid(GuardViewModel model) {
        this.model = model;
        getStyleClass().add("guard-grid");
        model.matrix().addListener((property, before, now) -> show(now));
        show(model.matrix().get());
    }

    private void show(GuardMatrix matrix) {
        getChildren().clear();
        Label corner = new Label(WORDS.text("guardGrid.trainedOnScoredOn"));
        corner.getStyleClass().add("caption");
        add(corner, 0, 0);
        for (int column = 0; column < matrix.evaluation().size(); column++) {
            Node head =
                    head(
                            matrix.evaluation().get(column),
                            SetWords.content(matrix.evaluation().get(column)));
            GridPane.setHalignment(head, HPos.LEFT);
            add(head, column + 1, 0);
        }
        for (int row = 0; row < matrix.training().size(); row++) {
            CatalogueEntry training = matrix.training().get(row);
            String use = training.roles().contains(Role.TRAINING) ? "training" : "validation";
            add(head(training, use + " · " + SetWords.items(training)), 0, row + 1);
            for (int column = 0; column < matrix.evaluation().size(); column++) {
                CatalogueEntry evaluation = matrix.evaluation().get(column);
                Node cell =
                        matrix.of(training, evaluation)
                                .map(this::cell)
                                .orElseGet(GuardGrid::unchecked);
                cell.setId("guard-" + training.id() + "-" + evaluation.id());
                add(cell, column + 1, row + 1);
            }
        }
    }

    private static Node head(CatalogueEntry entry, String content) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("set-name");
        name.setTooltip(new Tooltip(entry.path().toString()));
        name.setMaxWidth(CELL_WIDTH);
        Label what = new Label(content);
        what.getStyleClass().add("caption");
        what.setMaxWidth(CELL_WIDTH);
        VBox head = new VBox(name, what);
        head.getStyleClass().add("guard-head");
        return head;
    }

    private Node cell(PairOverlap pair) {
        Button cell =
                new Button(
                        VerdictWords.words(pair.verdict()),
                        new FontIcon(VerdictWords.icon(pair.verdict().outcome())));
        cell.getStyleClass().addAll("guard-cell", VerdictWords.look(pair.verdict().outcome()));
        cell.setMinSize(CELL_WIDTH, CELL_HEIGHT);
        cell.setPrefSize(CELL_WIDTH, CELL_HEIGHT);
        cell.setTooltip(new Tooltip(Numbers.counts(pair.verdict().sentence())));
        cell.setOnAction(e -> model.select(pair));
        return cell;
    }

    private static Node unchecked() {
        Label cell = new Label(WORDS.text("guardGrid.notChecked"));
        cell.getStyleClass().addAll("guard-cell", "unchecked", "caption");
        cell.setMinSize(CELL_WIDTH, CELL_HEIGHT);
        cell.setPrefSize(CELL_WIDTH, CELL_HEIGHT);
        return cell;
    }
}
