package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.study.StrategyScores;

/** The macro averages: a row a strategy, mean and standard deviation over seeds, the best bold. */
final class MacroTable extends TableView<MacroTable.Row> {
    private static final double ROW_HEIGHT = 32;
    private static final double HEAD_HEIGHT = 60;
    private static final double NAME_WIDTH = 152;
    private final TableColumn<Row, Row> collection = new TableColumn<>("Collection");

    /** One strategy on one collection, and its peers if they may be compared. */
    record Row(StrategyScores scores, SeedSpread macro, List<SeedSpread> peers) {}

    private enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    MacroTable() {
        setId("macro-table");
        getStyleClass().add("macro-table");
        setFixedCellSize(ROW_HEIGHT);
        setFocusTraversable(true);
        setAccessibleText("Macro averages by strategy");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        collection.setMinWidth(140);
        collection.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        collection.setCellFactory(
                column -> new NodeCell(row -> new Label(row.scores().collection())));
        TableColumn<Row, Row> strategy = new TableColumn<>("Strategy");
        strategy.setMinWidth(NAME_WIDTH);
        strategy.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        strategy.setCellFactory(column -> new NodeCell(MacroTable::name));
        getColumns().add(collection);
        getColumns().add(strategy);
        getColumns().addAll(groups());
        getColumns().forEach(column -> column.setSortable(false));
    }

    private static List<TableColumn<Row, Row>> groups() {
        return List.of(
                group(
                        "mAP",
                        List.of(
                                score("monolingual", Macro::monolingualMap),
                                score("cross-lingual", Macro::crossLingualMap),
                                score("multilingual", Macro::multilingualMap))),
                group(
                        "Recall at 1",
                        List.of(
                                score("monolingual", Macro::monolingualRecall1),
                                score("cross-lingual", Macro::crossLingualRecall1))),
                group("Recall at 10", List.of(score("multilingual", Macro::multilingualRecall10))),
                group(
                        "Language bias",
                        List.of(
                                number(
                                        "rank distance",
                                        Macro::rankDistance,
                                        Better.LOWER,
                                        Numbers::count),
                                number(
                                        "own language 1st",
                                        Macro::ownLanguageTop1,
                                        Better.NEITHER,
                                        Numbers::score))));
    }

    void show(List<CollectionResults> results) {
        List<Row> rows = new ArrayList<>();
        for (CollectionResults one : results) {
            List<SeedSpread> macros = one.scores().stream().map(StrategyScores::macro).toList();
            for (int i = 0; i < macros.size(); i++) {
                rows.add(
                        new Row(
                                one.scores().get(i),
                                macros.get(i),
                                one.comparable() ? macros : List.of()));
            }
        }
        collection.setVisible(results.size() > 1);
        getItems().setAll(rows);
        double height = HEAD_HEIGHT + ROW_HEIGHT * rows.size();
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static TableColumn<Row, Row> group(String name, List<TableColumn<Row, Row>> columns) {
        TableColumn<Row, Row> group = new TableColumn<>(name);
        group.getColumns().addAll(columns);
        return group;
    }

    private static TableColumn<Row, Row> score(String name, ToDoubleFunction<Macro> measure) {
        return number(name, measure, Better.HIGHER, Numbers::score);
    }

    private static TableColumn<Row, Row> number(
            String name,
            ToDoubleFunction<Macro> measure,
            Better better,
            DoubleFunction<String> written) {
        TableColumn<Row, Row> column = new TableColumn<>(name);
        column.getStyleClass().add("number");
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new NodeCell(row -> value(row, measure, better, written)));
        return column;
    }

    private static Node name(Row row) {
        Label name = new Label(row.scores().name(), new StrategyMark(row.scores().style()));
        name.getStyleClass().add("strategy-name");
        return name;
    }

    private static Node value(
            Row row,
            ToDoubleFunction<Macro> measure,
            Better better,
            DoubleFunction<String> written) {
        double mean = measure.applyAsDouble(row.macro().mean());
        Label value = new Label(written.apply(mean));
        if (best(mean, row, measure, better)) {
            value.getStyleClass().add("best");
        }
        HBox cell = new HBox(value);
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.getStyleClass().add("number-cell");
        double deviation = measure.applyAsDouble(row.macro().deviation());
        if (!Double.isNaN(deviation)) {
            Label spread = new Label("±" + written.apply(deviation));
            spread.getStyleClass().add("spread");
            cell.getChildren().add(spread);
        }
        return cell;
    }

    private static boolean best(
            double mean, Row row, ToDoubleFunction<Macro> measure, Better better) {
        if (better == Better.NEITHER || row.peers().size() < 2) {
            return false;
        }
        return row.peers().stream()
                .mapToDouble(peer -> measure.applyAsDouble(peer.mean()))
                .noneMatch(other -> better == Better.HIGHER ? other > mean : other < mean);
    }

    /** A cell made of nodes. */
    private static final class NodeCell extends TableCell<Row, Row> {
        private final Function<Row, Node> node;

        NodeCell(Function<Row, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }
}
