package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.bias.MicroscopeViewModel.Order;
import org.isogloss.ui.bias.MicroscopeViewModel.Row;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.words.Shown;
import org.isogloss.ui.words.Words;

/** The questions on the left; where the answers to the chosen one stand on the right. */
final class MicroscopeView extends HBox {
    private static final Words WORDS = Words.of(MicroscopeView.class);
    private static final double LIST_WIDTH = 464;
    private static final double NUMBER_WIDTH = 68;
    private static final double ROW_HEIGHT = 32;

    private final MicroscopeViewModel model;
    private final TableView<Row> table = new TableView<>();
    private final ComboBox<Optional<Lang>> languages = new ComboBox<>();
    private final FigureView chart;
    private final Label question = new Label();
    private final Label state = new Label();
    private final VBox right;

    MicroscopeView(MicroscopeViewModel model, FigureTools tools) {
        this.model = model;
        chart = new FigureView(tools);
        getStyleClass().add("microscope");
        table.setId("microscope-questions");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setAccessibleText(WORDS.text("microscope.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(text());
        table.getColumns()
                .add(
                        number(
                                WORDS.text("microscope.distance"),
                                row -> Numbers.count(row.distance())));
        table.getColumns()
                .add(
                        number(
                                WORDS.text("microscope.other"),
                                row -> Numbers.count(row.baseDistance())));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> choose(now));
        VBox.setVgrow(table, Priority.ALWAYS);
        state.getStyleClass().add("caption");
        state.setWrapText(true);
        state.textProperty().bind(model.runs().state());
        state.visibleProperty().bind(model.runs().state().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        VBox left = new VBox(new ComparedRunsBar(model.runs()), filters(), state, table);
        left.getStyleClass().add("microscope-list");
        left.setMinWidth(LIST_WIDTH);
        left.setMaxWidth(LIST_WIDTH);
        question.getStyleClass().add("microscope-question");
        question.setWrapText(true);
        question.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(chart, Priority.ALWAYS);
        right = new VBox(question, chart);
        right.getStyleClass().add("microscope-right");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.rows().addListener((property, before, now) -> show());
        model.runs().found().addListener((property, before, now) -> draw());
        model.focus().addListener((property, before, now) -> follow());
        show();
    }

    private Node filters() {
        TextField search = new TextField();
        search.setPromptText(WORDS.text("microscope.search"));
        search.setAccessibleText(WORDS.text("microscope.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setPrefColumnCount(8);
        HBox.setHgrow(search, Priority.ALWAYS);
        languages.setAccessibleText(WORDS.text("microscope.language"));
        languages.setConverter(
                new Shown<>(
                        one ->
                                one.map(Lang::tag)
                                        .orElseGet(() -> WORDS.text("microscope.anyLanguage"))));
        // not bound: the box is empty for a moment whenever its languages change
        languages
                .valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                model.lang().set(now);
                            }
                        });
        ComboBox<Order> order = new ComboBox<>();
        order.getItems().setAll(Order.values());
        order.setAccessibleText(WORDS.text("microscope.order"));
        order.setConverter(new Shown<>(MicroscopeView::words));
        order.valueProperty().bindBidirectional(model.order());
        HBox filters = new HBox(search, languages, order);
        filters.getStyleClass().add("microscope-sides");
        return filters;
    }

    private static String words(Order order) {
        return switch (order) {
            case DISTANCE -> WORDS.text("microscope.byDistance");
            case WORSE -> WORDS.text("microscope.byWorse");
            case BETTER -> WORDS.text("microscope.byBetter");
            case GIVEN -> WORDS.text("microscope.asGiven");
        };
    }

    private void show() {
        List<Row> rows = model.rows().get();
        table.getItems().setAll(rows);
        List<Optional<Lang>> known = new ArrayList<>();
        known.add(Optional.empty());
        model.runs()
                .found()
                .get()
                .ifPresent(
                        found ->
                                found.strategy()
                                        .languages()
                                        .forEach(lang -> known.add(Optional.of(lang))));
        if (!languages.getItems().equals(known)) {
            Optional<Lang> chosen = model.lang().get();
            languages.getItems().setAll(known);
            languages.setValue(known.contains(chosen) ? chosen : Optional.empty());
        }
        Optional<Row> focused = rows.stream().filter(this::isFocused).findFirst();
        if (focused.isPresent()) {
            table.getSelectionModel().select(focused.get());
        } else if (!rows.isEmpty() && model.figure().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        draw();
    }

    private boolean isFocused(Row row) {
        Optional<QuestionFocus> focus = model.focus().get();
        return focus.isPresent()
                && focus.get().id().equals(row.question().parallelId())
                && focus.get().lang().equals(row.question().lang());
    }

    /** Goes to the question that another part or place looks at. */
    private void follow() {
        Row selected = table.getSelectionModel().getSelectedItem();
        if (selected == null || !isFocused(selected)) {
            table.getSelectionModel().clearSelection();
            table.getItems().stream()
                    .filter(this::isFocused)
                    .findFirst()
                    .ifPresent(
                            row -> {
                                table.getSelectionModel().select(row);
                                table.scrollTo(row);
                            });
        }
        draw();
    }

    private void choose(Row row) {
        if (row != null && !isFocused(row)) {
            model.choose(row);
        }
    }

    private void draw() {
        right.setVisible(model.figure().isPresent());
        model.figure()
                .ifPresent(
                        figure -> {
                            chart.show(figure);
                            question.setText(figure.question());
                            boolean fromTheRight =
                                    model.focus()
                                            .get()
                                            .map(focus -> focus.lang().rightToLeft())
                                            .orElse(false);
                            question.setNodeOrientation(
                                    fromTheRight
                                            ? NodeOrientation.RIGHT_TO_LEFT
                                            : NodeOrientation.LEFT_TO_RIGHT);
                        });
    }

    private static TableColumn<Row, Row> text() {
        TableColumn<Row, Row> column = new TableColumn<>(WORDS.text("microscope.question"));
        column.setPrefWidth(LIST_WIDTH);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new QuestionCell());
        column.setSortable(false);
        return column;
    }

    private static TableColumn<Row, Row> number(String name, Function<Row, String> value) {
        TableColumn<Row, Row> column = new TableColumn<>(name);
        column.getStyleClass().add("number");
        column.setMinWidth(NUMBER_WIDTH);
        column.setMaxWidth(NUMBER_WIDTH);
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                made ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Row row, boolean empty) {
                                super.updateItem(row, empty);
                                setAlignment(Pos.CENTER_RIGHT);
                                setText(empty || row == null ? null : value.apply(row));
                            }
                        });
        return column;
    }

    private static final class QuestionCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null;
            setText(none ? null : row.text());
            setTooltip(none ? null : new Tooltip(row.text()));
            setNodeOrientation(
                    !none && row.question().lang().rightToLeft()
                            ? NodeOrientation.RIGHT_TO_LEFT
                            : NodeOrientation.LEFT_TO_RIGHT);
        }
    }
}
