package org.isogloss.ui.learn;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.analysis.reference.UnstatedChoice;
import org.isogloss.ui.words.Words;

/** The paper's tables, and what it does not state. */
final class PublishedView {
    private static final Words WORDS = Words.of(PublishedView.class);
    private static final double FIRST_WIDTH = 172;
    private static final double NUMBER_WIDTH = 60;
    private static final double TABLE_HEIGHT = 300;

    private final PublishedViewModel model;
    private final TableView<PublishedViewModel.Row> numbers = new TableView<>();
    private final ComboBox<Optional<PublishedViewModel.Table>> tables = new ComboBox<>();
    private final Node view;

    PublishedView(PublishedViewModel model) {
        this.model = model;
        ComboBox<String> models = new ComboBox<>();
        models.getItems().setAll(model.models());
        models.valueProperty().bindBidirectional(model.model());
        ComboBox<String> collections = new ComboBox<>();
        collections.getItems().setAll(model.collections());
        collections.valueProperty().bindBidirectional(model.collection());
        tables.setConverter(new TableName());
        tables.setId("paper-table");
        model.tables().addListener((ListChangeListener<Object>) change -> listTables());
        listTables();
        tables.valueProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null) {
                                model.table().set(after);
                            }
                        });
        HBox first =
                new HBox(
                        named(WORDS.text("model"), models),
                        named(WORDS.text("collection"), collections));
        first.getStyleClass().add("learn-choosers");
        HBox second = new HBox(named(WORDS.text("table"), tables));
        second.getStyleClass().add("learn-choosers");
        VBox top =
                new VBox(
                        LearnView.wrapped(WORDS.text("published"), "caption"),
                        first,
                        second,
                        numbers(),
                        LearnView.wrapped(WORDS.text("unstated"), "learn-name"));
        top.getStyleClass().add("learn-top");
        Node unstated = unstated();
        VBox.setVgrow(unstated, Priority.ALWAYS);
        VBox all = new VBox(top, unstated);
        all.getStyleClass().add("learn-part");
        view = all;
    }

    Node view() {
        return view;
    }

    private void listTables() {
        List<Optional<PublishedViewModel.Table>> items = new ArrayList<>(List.of(Optional.empty()));
        model.tables().forEach(table -> items.add(Optional.of(table)));
        Optional<PublishedViewModel.Table> before = model.table().get();
        tables.getItems().setAll(items);
        tables.setValue(items.contains(before) ? before : Optional.empty());
    }

    private Node numbers() {
        numbers.setId("paper-numbers");
        numbers.getStyleClass().add(Styles.DENSE);
        numbers.setAccessibleText(WORDS.text("numbers"));
        numbers.setPrefHeight(TABLE_HEIGHT);
        numbers.setMinHeight(TABLE_HEIGHT);
        TableColumn<PublishedViewModel.Row, String> row = new TableColumn<>(WORDS.text("row"));
        row.setCellValueFactory(cell -> new ReadOnlyStringWrapper(name(cell.getValue())));
        row.setPrefWidth(FIRST_WIDTH);
        row.setSortable(false);
        numbers.getColumns().add(row);
        numbers.getColumns().add(column(WORDS.text("strategy.monolingual"), "monolingual"));
        numbers.getColumns().add(column(WORDS.text("strategy.crossLingual"), "cross-lingual"));
        numbers.getColumns().add(column(WORDS.text("strategy.hybrid"), "hybrid"));
        numbers.setItems(model.rows());
        model.table()
                .addListener((property, before, after) -> row.setText(firstHead(after.isEmpty())));
        row.setText(firstHead(true));
        return numbers;
    }

    private static String firstHead(boolean means) {
        return means ? WORDS.text("measure") : WORDS.text("row");
    }

    private static TableColumn<PublishedViewModel.Row, String> column(String name, String id) {
        TableColumn<PublishedViewModel.Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(number(cell.getValue(), id)));
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.getStyleClass().add("number");
        return column;
    }

    /** As many decimals as the paper's tables have. */
    private static String number(PublishedViewModel.Row row, String strategy) {
        Double value = row.values().get(strategy);
        if (value == null) {
            return "";
        }
        String form = row.table().measure().equals("rank_distance") ? "%.1f" : "%.4f";
        return String.format(Locale.ROOT, form, value);
    }

    private String name(PublishedViewModel.Row row) {
        return row.question()
                .map(language -> language + " " + language.englishName())
                .orElseGet(
                        () ->
                                model.table().get().isPresent()
                                        ? WORDS.text("mean")
                                        : TableName.of(row.table()));
    }

    private static Node unstated() {
        VBox entries = new VBox();
        entries.getStyleClass().add("learn-entries");
        for (UnstatedChoice choice : UnstatedChoice.all()) {
            VBox entry =
                    new VBox(
                            LearnView.wrapped(choice.what(), "learn-meaning"),
                            LearnView.wrapped(WORDS.text("ours", choice.ours()), "caption"),
                            LearnView.wrapped(WORDS.text("setting", choice.setting()), "caption"));
            entry.getStyleClass().add("learn-entry");
            entries.getChildren().add(entry);
        }
        ScrollPane scroll = new ScrollPane(entries);
        scroll.setAccessibleText(WORDS.text("unstatedList"));
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static VBox named(String name, ComboBox<?> chooser) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        label.setLabelFor(chooser);
        chooser.setAccessibleText(name);
        VBox field = new VBox(label, chooser);
        field.getStyleClass().add("named-field");
        return field;
    }

    /** A table's name in the chooser and before its mean. */
    private static final class TableName
            extends StringConverter<Optional<PublishedViewModel.Table>> {
        @Override
        public String toString(Optional<PublishedViewModel.Table> table) {
            return table == null ? "" : table.map(TableName::of).orElse(WORDS.text("means"));
        }

        @Override
        public Optional<PublishedViewModel.Table> fromString(String text) {
            throw new UnsupportedOperationException("the chooser is not typed into");
        }

        private static String of(PublishedViewModel.Table table) {
            return WORDS.text("tableName", measure(table.measure()), setting(table.setting()));
        }

        private static String measure(String id) {
            return switch (id) {
                case "map" -> WORDS.text("map");
                case "rank_distance" -> WORDS.text("rankDistanceTable");
                case "recall_1" -> WORDS.text("recall1");
                case "recall_10" -> WORDS.text("recall10");
                case "recall_100" -> WORDS.text("recall100");
                default -> WORDS.text("ndcgTable");
            };
        }

        private static String setting(String id) {
            return switch (id) {
                case "monolingual" -> WORDS.text("settingMonolingual");
                case "cross-lingual" -> WORDS.text("settingCrossLingual");
                default -> WORDS.text("settingMultilingual");
            };
        }
    }
}
