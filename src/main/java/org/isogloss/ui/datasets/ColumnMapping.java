package org.isogloss.ui.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.format.TablePreview;
import org.isogloss.ui.words.Words;

/** Which column of a table holds questions, passages and so on, with its first rows beside it. */
final class ColumnMapping extends VBox {
    private static final Words WORDS = Words.of(ColumnMapping.class);

    private static final List<String> ROLES =
            List.of("question", "passage", "negative", "id", "lang");
    private static final String NONE = "none";
    private static final double ROW_HEIGHT = 28;
    private static final double HEAD_HEIGHT = 34;
    private static final double COLUMN_WIDTH = 160;

    private final Map<String, ComboBox<String>> columns = new LinkedHashMap<>();
    private final CheckBox headed = new CheckBox(WORDS.text("columnMapping.theFirstLineNames"));
    private final TableView<List<String>> rows = new TableView<>();
    private Optional<TablePreview> table = Optional.empty();

    ColumnMapping() {
        getStyleClass().add("column-mapping");
        setId("column-mapping");
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("fields");
        for (String role : ROLES) {
            ComboBox<String> column = new ComboBox<>();
            column.setId("column-" + role);
            columns.put(role, column);
            choices.getChildren().add(OptionsForm.named(words(role), column));
        }
        choices.getChildren().add(headed);
        headed.setId("headed");
        headed.selectedProperty().addListener((property, before, now) -> offer());
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setId("first-rows");
        getChildren().addAll(choices, rows);
        show(Optional.empty(), Map.of());
    }

    /**
     * Shows a table's first rows; hides where there is no table.
     *
     * @param said which column holds what, as was said before
     */
    void show(Optional<TablePreview> preview, Map<String, String> said) {
        table = preview;
        setVisible(preview.isPresent());
        setManaged(preview.isPresent());
        boolean numbered =
                !said.isEmpty() && said.values().stream().allMatch(name -> name.matches("[0-9]+"));
        headed.setSelected(!numbered);
        offer();
        said.forEach(
                (role, column) ->
                        Optional.ofNullable(columns.get(role)).ifPresent(b -> b.setValue(column)));
    }

    /** Which column holds what, as chosen; empty unless questions and passages have one. */
    Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        columns.forEach(
                (role, box) -> {
                    if (box.getValue() != null && !box.getValue().equals(NONE)) {
                        chosen.put(role, box.getValue());
                    }
                });
        return chosen.keySet().containsAll(List.of("question", "passage")) ? chosen : Map.of();
    }

    private void offer() {
        List<String> names = table.map(this::names).orElse(List.of());
        columns.forEach(
                (role, box) -> {
                    box.getItems().setAll(NONE);
                    box.getItems().addAll(names);
                    box.setValue(names.contains(role) ? role : NONE);
                });
        rows.getColumns().clear();
        for (int c = 0; c < names.size(); c++) {
            int place = c;
            TableColumn<List<String>, String> column = new TableColumn<>(names.get(c));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(value(row.getValue(), place)));
            column.setSortable(false);
            column.setPrefWidth(COLUMN_WIDTH);
            rows.getColumns().add(column);
        }
        List<List<String>> shown = new ArrayList<>();
        table.ifPresent(
                preview -> {
                    if (!headed.isSelected()) {
                        shown.add(preview.columns());
                    }
                    shown.addAll(preview.rows());
                });
        rows.getItems().setAll(shown);
        double height = HEAD_HEIGHT + ROW_HEIGHT * shown.size();
        rows.setPrefHeight(height);
        rows.setMinHeight(height);
    }

    private List<String> names(TablePreview preview) {
        return headed.isSelected()
                ? preview.columns().stream().distinct().toList()
                : IntStream.rangeClosed(1, preview.columns().size())
                        .mapToObj(String::valueOf)
                        .toList();
    }

    private static String value(List<String> row, int place) {
        return place < row.size() ? row.get(place) : "";
    }

    private static String words(String role) {
        return switch (role) {
            case "question" -> WORDS.text("columnMapping.questionColumn");
            case "passage" -> WORDS.text("columnMapping.passageColumn");
            case "negative" -> WORDS.text("columnMapping.negativeColumn");
            case "id" -> WORDS.text("columnMapping.idColumn");
            default -> WORDS.text("columnMapping.languageColumn");
        };
    }
}
