package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.MacroMeasure;
import org.isogloss.report.PublishedMeans;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyTests;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/**
 * The macro averages: a row a strategy, each mean with its interval and the letters of its ties,
 * bold where it is told apart from every other and better.
 */
final class MacroTable extends TableView<MacroTable.Row> {
    private static final Words WORDS = Words.of(MacroTable.class);
    private static final double ROW_HEIGHT = 44;
    private static final double HEAD_HEIGHT = 60;
    private static final double NAME_WIDTH = 132;
    // a column with a width of its own is not measured cell by cell before it is first shown
    private static final double NUMBER_WIDTH = 104;
    private static final double ROOM_FOR_INTERVAL = 88;

    private final TableColumn<Row, Row> collection =
            new TableColumn<>(WORDS.text("macro.collection"));

    /**
     * One strategy on one collection, and how it compares with the others if that was tested; or
     * what the paper has.
     *
     * @param own the means of one's own; empty for the paper's
     * @param published the paper's model; empty for one's own
     */
    record Row(
            String collection,
            String name,
            StrategyStyle style,
            Optional<SeedSpread> own,
            Optional<StudyTests> tests,
            Optional<PublishedMeans> published) {
        static Row of(StrategyScores one, Optional<StudyTests> tests) {
            return new Row(
                    one.collection(),
                    one.name(),
                    one.style(),
                    Optional.of(one.macro()),
                    tests,
                    Optional.empty());
        }

        static Row of(PublishedMeans one, String collection) {
            return new Row(
                    collection,
                    one.name(),
                    one.style(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(one));
        }

        double mean(MacroMeasure measure) {
            return own.map(macro -> measure.of(macro.mean()))
                    .orElseGet(() -> published.orElseThrow().of(measure));
        }

        double deviation(MacroMeasure measure) {
            return own.map(macro -> measure.of(macro.deviation())).orElse(Double.NaN);
        }
    }

    MacroTable() {
        setId("macro-table");
        getStyleClass().add("macro-table");
        setFixedCellSize(ROW_HEIGHT);
        setFocusTraversable(true);
        setAccessibleText(WORDS.text("macro.averages"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        collection.setMinWidth(140);
        collection.setPrefWidth(140);
        collection.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        collection.setCellFactory(column -> new NodeCell(row -> new Label(row.collection())));
        TableColumn<Row, Row> strategy = new TableColumn<>(WORDS.text("macro.strategy"));
        strategy.setMinWidth(NAME_WIDTH);
        strategy.setPrefWidth(NAME_WIDTH);
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
                                number(
                                        WORDS.text("macro.monolingual"),
                                        MacroMeasure.MONOLINGUAL_MAP),
                                number(
                                        WORDS.text("macro.crossLingual"),
                                        MacroMeasure.CROSS_LINGUAL_MAP),
                                number(
                                        WORDS.text("macro.multilingual"),
                                        MacroMeasure.MULTILINGUAL_MAP))),
                group(
                        WORDS.text("macro.recallAt1"),
                        List.of(
                                number(
                                        WORDS.text("macro.monolingual"),
                                        MacroMeasure.MONOLINGUAL_RECALL_1),
                                number(
                                        WORDS.text("macro.crossLingual"),
                                        MacroMeasure.CROSS_LINGUAL_RECALL_1))),
                group(
                        WORDS.text("macro.recallAt10"),
                        List.of(
                                number(
                                        WORDS.text("macro.multilingual"),
                                        MacroMeasure.MULTILINGUAL_RECALL_10))),
                group(
                        WORDS.text("macro.languageBias"),
                        List.of(
                                number(
                                        WORDS.text("macro.rankDistance"),
                                        MacroMeasure.RANK_DISTANCE),
                                number(
                                        WORDS.text("macro.ownLanguageFirst"),
                                        MacroMeasure.OWN_LANGUAGE_FIRST))));
    }

    void show(List<CollectionResults> results) {
        List<Row> rows = new ArrayList<>();
        for (CollectionResults one : results) {
            for (StrategyScores scores : one.scores()) {
                rows.add(Row.of(scores, one.tests()));
            }
            one.published().forEach(model -> rows.add(Row.of(model, one.collection())));
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

    private static TableColumn<Row, Row> number(String name, MacroMeasure measure) {
        TableColumn<Row, Row> column = new TableColumn<>(name);
        column.getStyleClass().add("number");
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                c -> new NodeCell(row -> value(row, measure, column.widthProperty())));
        return column;
    }

    private static Node name(Row row) {
        return row.published().map(MacroTable::name).orElseGet(() -> ownName(row));
    }

    private static Node ownName(Row row) {
        Label name = new Label(row.name(), new StrategyMark(row.style()));
        name.getStyleClass().add("strategy-name");
        return name;
    }

    private static Node name(PublishedMeans model) {
        Label strategy = new Label(model.strategy());
        strategy.getStyleClass().add("published");
        VBox name = new VBox(strategy, spread(WORDS.text("macro.paper", model.backbone())));
        HBox marked = new HBox(new StrategyMark(model.style()), name);
        marked.getStyleClass().add("published-name");
        return marked;
    }

    /**
     * The mean with the letters of its ties; under it its interval, or how seeds vary, as room is.
     */
    private static Node value(Row row, MacroMeasure measure, ObservableDoubleValue width) {
        Label value = new Label(measure.written().apply(row.mean(measure)));
        if (row.published().isPresent()) {
            value.getStyleClass().add("published");
        }
        HBox mean = new HBox(value);
        mean.setAlignment(Pos.BASELINE_RIGHT);
        VBox cell = new VBox(mean);
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.getStyleClass().add("number-cell");
        double deviation = row.deviation(measure);
        Optional<TiedRanking.Row> ranked =
                row.tests().flatMap(t -> t.row(row.name(), measure.metric(), measure.scope()));
        if (ranked.isPresent()) {
            Interval interval = ranked.get().value().interval();
            mean.getChildren().add(letters(ranked.get().letters()));
            Label ends =
                    spread(
                            WORDS.text(
                                    "macro.interval",
                                    measure.written().apply(interval.low()),
                                    measure.written().apply(interval.high())));
            // a column too narrow for the interval would cut off the mean as well
            ends.visibleProperty().bind(Bindings.greaterThan(width, ROOM_FOR_INTERVAL));
            ends.managedProperty().bind(ends.visibleProperty());
            cell.getChildren().add(ends);
            Tooltip.install(cell, new Tooltip(words(row, measure, deviation)));
            if (ranked.get().best()) {
                value.getStyleClass().add("best");
            }
        } else if (!Double.isNaN(deviation)) {
            cell.getChildren().add(spread("±" + measure.written().apply(deviation)));
        }
        return cell;
    }

    private static Label spread(String words) {
        Label spread = new Label(words);
        spread.getStyleClass().add("spread");
        spread.setMinWidth(USE_PREF_SIZE);
        return spread;
    }

    private static Label letters(String words) {
        Label letters = new Label(words);
        letters.getStyleClass().add("ties");
        letters.setMinWidth(USE_PREF_SIZE);
        return letters;
    }

    /** What the test says of this strategy beside each other one. */
    private static String words(Row row, MacroMeasure measure, double deviation) {
        String name = row.name();
        List<String> lines = new ArrayList<>();
        if (!Double.isNaN(deviation)) {
            lines.add(WORDS.text("macro.overSeeds", measure.written().apply(deviation)));
        }
        List<TiedRanking.Pair> pairs =
                row.tests()
                        .flatMap(tests -> tests.ranked(measure.metric(), measure.scope()))
                        .map(TiedRanking::pairs)
                        .orElse(List.of());
        for (TiedRanking.Pair pair : pairs) {
            if (pair.a().equals(name) || pair.b().equals(name)) {
                lines.add(PairWords.of(pair, measure.written()));
            }
        }
        return String.join("\n", lines);
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
