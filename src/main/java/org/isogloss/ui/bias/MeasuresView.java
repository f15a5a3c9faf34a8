package org.isogloss.ui.bias;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.Explanation;
import org.isogloss.figure.Numbers;
import org.isogloss.report.Measures;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/** All measures as a table, and beside it the one looked at: by language, and in words. */
final class MeasuresView extends HBox {
    private static final Words WORDS = Words.of(MeasuresView.class);
    private static final double ROW_HEIGHT = 44;
    private static final double NAME_WIDTH = 216;
    private static final double VALUE_WIDTH = 104;
    private static final double REFERENCE_WIDTH = 176;
    private static final double CHART_HEIGHT = 320;
    private static final double EVEN_ENOUGH = 1e-9;

    private final MeasuresViewModel model;
    private final TableView<Measures.Row> table = new TableView<>();
    private final FigureView chart;
    private final VBox words = new VBox();
    private final Label problem = new Label();

    MeasuresView(MeasuresViewModel model, FigureTools tools) {
        this.model = model;
        chart = new FigureView(tools);
        chart.setPrefHeight(CHART_HEIGHT);
        chart.setMinHeight(CHART_HEIGHT);
        getStyleClass().add("measures");
        table.setId("bias-measures");
        table.getStyleClass().add("macro-table");
        table.setAccessibleText(WORDS.text("measures.table"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> choose(now));
        VBox.setVgrow(table, Priority.ALWAYS);
        problem.getStyleClass().add("caption");
        problem.setWrapText(true);
        words.getStyleClass().add("measure-words");
        ScrollPane scroll = new ScrollPane(new VBox(chart, words));
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(table, problem);
        left.getStyleClass().add("measures-left");
        getChildren().addAll(left, scroll);
        model.measures().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Measures measures = model.measures().get();
        Optional<String> looked = model.row().map(row -> row.measure().id());
        table.getColumns().clear();
        table.getColumns().add(names());
        for (int i = 0; i < measures.strategies().size(); i++) {
            table.getColumns().add(values(measures, i));
        }
        table.getColumns().add(references());
        double width =
                NAME_WIDTH + VALUE_WIDTH * measures.strategies().size() + REFERENCE_WIDTH + 16;
        table.setPrefWidth(width);
        table.setMinWidth(Math.min(width, NAME_WIDTH + VALUE_WIDTH * 4 + 16));
        table.getItems().setAll(measures.rows());
        problem.setText(measures.problem());
        problem.setManaged(!measures.problem().isEmpty());
        measures.rows().stream()
                .filter(row -> looked.map(row.measure().id()::equals).orElse(false))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
        explain();
    }

    private void choose(Measures.Row row) {
        if (row != null) {
            model.chosen().set(Optional.of(row.measure().id()));
            explain();
        }
    }

    private void explain() {
        model.figure().ifPresent(chart::show);
        chart.setVisible(model.figure().isPresent());
        words.getChildren().clear();
        model.row().ifPresent(row -> words.getChildren().setAll(explanation(row)));
    }

    private static List<Node> explanation(Measures.Row row) {
        Explanation text = row.measure().explanation();
        Label title = new Label(WORDS.text("measures.whatAmISeeing"));
        title.getStyleClass().add("section-title");
        VBox warnings = new VBox();
        for (String warning : row.warnings()) {
            warnings.getChildren().add(wrapped(Numbers.counts(warning), "measure-warning"));
        }
        Label formula = wrapped(text.formula(), "formula");
        return List.of(
                title,
                warnings,
                wrapped(text.definition(), "measure-text"),
                formula,
                wrapped(WORDS.text("measures.range", text.range()), "measure-text"),
                wrapped(WORDS.text("measures.trap", text.trap()), "measure-text"),
                wrapped(WORDS.text("measures.source", text.source()), "caption"));
    }

    private static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static TableColumn<Measures.Row, Measures.Row> names() {
        TableColumn<Measures.Row, Measures.Row> column =
                column(
                        WORDS.text("measures.measure"),
                        row -> {
                            Label name = new Label(row.measure().name());
                            Label fair = new Label(fair(row.measure()));
                            fair.getStyleClass().add("spread");
                            VBox cell = new VBox(name, fair);
                            cell.setAlignment(Pos.CENTER_LEFT);
                            return cell;
                        });
        column.setPrefWidth(NAME_WIDTH);
        column.setMinWidth(NAME_WIDTH);
        return column;
    }

    private static String fair(BiasReport.Measured measure) {
        return switch (measure.direction()) {
            case LOWER -> WORDS.text("measures.lower");
            case HIGHER -> WORDS.text("measures.higher");
            case ZERO -> WORDS.text("measures.zero");
        };
    }

    private static TableColumn<Measures.Row, Measures.Row> values(Measures measures, int place) {
        TableColumn<Measures.Row, Measures.Row> column =
                column(
                        measures.strategies().get(place).name(),
                        row ->
                                row.values()
                                        .get(place)
                                        .map(value -> value(row.measure(), value))
                                        .orElseGet(() -> new Label("–")));
        column.getStyleClass().add("number");
        column.setGraphic(new StrategyMark(measures.strategies().get(place).style()));
        column.setPrefWidth(VALUE_WIDTH);
        column.setMinWidth(VALUE_WIDTH);
        return column;
    }

    private static Node value(BiasReport.Measured measure, Measures.Value value) {
        DoubleFunction<String> written = written(measure);
        Label number = new Label(written.apply(value.macro().value()));
        VBox cell = new VBox(number);
        cell.setAlignment(Pos.CENTER_RIGHT);
        if (!Double.isNaN(value.macro().interval().low())) {
            Label interval =
                    new Label(
                            WORDS.text(
                                    "measures.interval",
                                    written.apply(value.macro().interval().low()),
                                    written.apply(value.macro().interval().high())));
            interval.getStyleClass().add("spread");
            cell.getChildren().add(interval);
        }
        if (!Double.isNaN(value.deviation())) {
            Tooltip.install(
                    cell,
                    new Tooltip(
                            WORDS.text("measures.overSeeds", written.apply(value.deviation()))));
        }
        return cell;
    }

    /** What the numbers are to be compared with, of the first strategy that has it. */
    private static TableColumn<Measures.Row, Measures.Row> references() {
        TableColumn<Measures.Row, Measures.Row> column =
                column(
                        WORDS.text("measures.comparedWith"),
                        row -> {
                            VBox cell = new VBox();
                            cell.setAlignment(Pos.CENTER_RIGHT);
                            row.values().stream()
                                    .flatMap(Optional::stream)
                                    .findFirst()
                                    .ifPresent(
                                            value ->
                                                    value.references().stream()
                                                            .limit(2)
                                                            .forEach(
                                                                    one ->
                                                                            cell.getChildren()
                                                                                    .add(
                                                                                            reference(
                                                                                                    one
                                                                                                            .name(),
                                                                                                    written(
                                                                                                                    row
                                                                                                                            .measure())
                                                                                                            .apply(
                                                                                                                    one
                                                                                                                            .macro())))));
                            return cell;
                        });
        column.getStyleClass().add("number");
        column.setPrefWidth(REFERENCE_WIDTH);
        column.setMinWidth(REFERENCE_WIDTH);
        return column;
    }

    private static Label reference(String name, String value) {
        Label label = new Label(WORDS.text("measures.reference", name, value));
        label.getStyleClass().add("spread");
        return label;
    }

    private static DoubleFunction<String> written(BiasReport.Measured measure) {
        if (measure.unit().equals("ranks")) {
            return Numbers::count;
        }
        // a signed number that rounds to nothing is nothing
        return value -> Math.abs(value) < EVEN_ENOUGH ? Numbers.score(0) : Numbers.score(value);
    }

    private static TableColumn<Measures.Row, Measures.Row> column(
            String name, Function<Measures.Row, Node> node) {
        TableColumn<Measures.Row, Measures.Row> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new NodeCell(node));
        return column;
    }

    private static final class NodeCell extends TableCell<Measures.Row, Measures.Row> {
        private final Function<Measures.Row, Node> node;

        NodeCell(Function<Measures.Row, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(Measures.Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }
}
