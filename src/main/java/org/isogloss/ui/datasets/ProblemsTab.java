package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.isogloss.corpus.format.ReadReport;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;

/** What was left out of a data set and why; the line it stands in opens below. */
final class ProblemsTab extends BorderPane {
    private static final Words WORDS = Words.of(ProblemsTab.class);

    private static final double ROW_HEIGHT = 32;

    private final InspectionViewModel model;
    private final TableView<ReadReport.Entry> table = new TableView<>();
    private final ExcerptView excerpt = new ExcerptView();
    private final ScrollPane lines = new ScrollPane(excerpt);
    private final SplitPane split = new SplitPane();
    private final Label hint = new Label(WORDS.text("problems.doubleClickARow"));

    ProblemsTab(InspectionViewModel model) {
        this.model = model;
        getStyleClass().add("problems");
        table.setId("problems");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Label none = new Label(WORDS.text("problems.everythingInTheFiles"));
        none.getStyleClass().add("caption");
        table.setPlaceholder(none);
        table.getColumns()
                .add(
                        column(
                                WORDS.text("problems.whatAndWhy"),
                                ReadReport.Entry::reason,
                                320,
                                4000));
        table.getColumns()
                .add(column(WORDS.text("problems.file"), ProblemsTab::fileName, 120, 320));
        table.getColumns()
                .add(
                        number(
                                column(
                                        WORDS.text("problems.firstLine"),
                                        e -> Numbers.count((double) e.line()),
                                        80,
                                        104)));
        table.getColumns()
                .add(
                        number(
                                column(
                                        WORDS.text("problems.howMany"),
                                        e -> Numbers.count((double) e.count()),
                                        80,
                                        104)));
        table.setRowFactory(made -> row());
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        open(table.getSelectionModel().getSelectedItem());
                    }
                });
        hint.getStyleClass().addAll("caption", "hint");
        lines.setFitToWidth(true);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(new StackPane(table));
        setCenter(split);
        setBottom(hint);
        model.excerpt().addListener((property, before, now) -> show(now));
    }

    void show(Inspection inspection) {
        table.getItems().setAll(inspection.summary().leftOut());
        hint.setVisible(!table.getItems().isEmpty());
    }

    private void show(Optional<Excerpt> read) {
        if (read.isEmpty()) {
            split.getItems().remove(lines);
            return;
        }
        excerpt.show(read.get());
        if (!split.getItems().contains(lines)) {
            split.getItems().add(lines);
            split.setDividerPositions(.5);
        }
    }

    private TableRow<ReadReport.Entry> row() {
        TableRow<ReadReport.Entry> row = new TableRow<>();
        row.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2 && !row.isEmpty()) {
                        open(row.getItem());
                    }
                });
        return row;
    }

    private void open(ReadReport.Entry entry) {
        if (entry != null) {
            model.open(entry);
        }
    }

    private static String fileName(ReadReport.Entry entry) {
        Path name = Path.of(entry.file()).getFileName();
        return name == null ? entry.file() : name.toString();
    }

    private static TableColumn<ReadReport.Entry, String> column(
            String name, Function<ReadReport.Entry, String> value, double least, double most) {
        TableColumn<ReadReport.Entry, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setMinWidth(least);
        column.setPrefWidth(least);
        column.setMaxWidth(most);
        return column;
    }

    private static TableColumn<ReadReport.Entry, String> number(
            TableColumn<ReadReport.Entry, String> column) {
        column.getStyleClass().add("number");
        return column;
    }
}
