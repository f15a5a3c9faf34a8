package org.isogloss.ui.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.run.RunState;
import org.isogloss.ui.words.Words;

/** The table of runs: one row each, updated in place. */
final class RunTable extends TableView<RunRow> {
    private static final Words WORDS = Words.of(RunTable.class);

    private static final double ROW = 32;

    private final RunsViewModel model;
    private boolean following;

    RunTable(RunsViewModel model) {
        this.model = model;
        setId("runs-table");
        setAccessibleText(WORDS.text("run.runsSpacePausesOr"));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColumns();
        SortedList<RunRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<RunRow>) change -> tellSelection());
        model.selected().addListener((ListChangeListener<RunRow>) change -> followSelection());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void addColumns() {
        TableColumn<RunRow, RunRow> strategy = new TableColumn<>(WORDS.text("run.strategy"));
        strategy.setCellValueFactory(cell -> constant(cell.getValue()));
        strategy.setCellFactory(column -> new StrategyCell());
        strategy.setComparator(Comparator.comparing(row -> row.spec().strategy().slug()));
        strategy.getStyleClass().add("strategy");
        width(strategy, 148, 400);
        TableColumn<RunRow, String> study =
                fixed(WORDS.text("run.study"), row -> row.spec().study(), 96);
        study.setVisible(false);
        model.studies()
                .addListener(
                        (ListChangeListener<String>)
                                change -> study.setVisible(model.studies().size() > 2));
        TableColumn<RunRow, String> backbone =
                fixed(WORDS.text("run.backbone"), row -> row.spec().backbone().name(), 80);
        backbone.setVisible(false);
        model.rows()
                .addListener(
                        (ListChangeListener<RunRow>)
                                change -> backbone.setVisible(severalBackbones()));
        TableColumn<RunRow, RunNews> state =
                live(WORDS.text("run.state"), Comparator.comparing(RunNews::phase));
        state.setCellFactory(column -> new StateCell());
        width(state, 120, 156);
        TableColumn<RunRow, RunNews> progress =
                live(WORDS.text("run.progress"), by(RunState::progress));
        progress.setCellFactory(column -> new ProgressCell());
        width(progress, 88, 400);
        TableColumn<RunRow, RunNews> left =
                number(WORDS.text("run.timeLeft"), 132, by(RunTable::secondsLeft), RunWords::left);
        left.getStyleClass().add("time-left");
        getColumns()
                .setAll(
                        List.of(
                                strategy,
                                study,
                                backbone,
                                right(fixed(WORDS.text("run.seed"), row -> row.spec().seed(), 52)),
                                state,
                                progress,
                                number(
                                        WORDS.text("run.step"),
                                        100,
                                        by(RunState::step),
                                        n -> RunWords.steps(n.state())),
                                number(
                                        WORDS.text("run.loss"),
                                        56,
                                        by(RunState::loss),
                                        n -> RunWords.loss(n.state())),
                                number(
                                        WORDS.text("run.tokensS"),
                                        76,
                                        by(RunState::tokensPerSecond),
                                        n -> RunWords.speed(n.state())),
                                left));
    }

    private boolean severalBackbones() {
        return model.rows().stream().map(row -> row.spec().backbone().name()).distinct().count()
                > 1;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> {
                if (!event.isControlDown()) {
                    model.pauseOrResume();
                    event.consume();
                }
            }
            case UP, DOWN -> {
                if (event.isAltDown() && model.selected().size() == 1) {
                    model.queue()
                            .move(model.selected().get(0), event.getCode() == KeyCode.UP ? 1 : -1);
                    event.consume();
                }
            }
            case DELETE -> {
                model.askToCancel();
                event.consume();
            }
            default -> {
                // the table's own keys
            }
        }
    }

    private void tellSelection() {
        if (!following) {
            model.select(
                    getSelectionModel().getSelectedItems().stream()
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    /** Selects again what the model kept when the rows were put in another order. */
    private void followSelection() {
        List<RunRow> wanted = List.copyOf(model.selected());
        if (!wanted.equals(getSelectionModel().getSelectedItems())) {
            following = true;
            getSelectionModel().clearSelection();
            wanted.forEach(getSelectionModel()::select);
            following = false;
        }
    }

    private static <T> TableColumn<RunRow, T> fixed(
            String name, Function<RunRow, T> value, double width) {
        TableColumn<RunRow, T> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> constant(value.apply(cell.getValue())));
        width(column, width, 2 * width);
        return column;
    }

    private static TableColumn<RunRow, RunNews> live(String name, Comparator<RunNews> order) {
        TableColumn<RunRow, RunNews> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> cell.getValue().newsProperty());
        column.setComparator(order);
        return column;
    }

    private static TableColumn<RunRow, RunNews> number(
            String name, double width, Comparator<RunNews> order, Function<RunNews, String> text) {
        TableColumn<RunRow, RunNews> column = live(name, order);
        column.setCellFactory(made -> new TextCell(text));
        width(column, width, 2 * width);
        return right(column);
    }

    private static <T> TableColumn<RunRow, T> right(TableColumn<RunRow, T> column) {
        column.getStyleClass().add("number");
        return column;
    }

    private static <T> void width(TableColumn<RunRow, T> column, double least, double most) {
        column.setMinWidth(least);
        column.setPrefWidth(least);
        column.setMaxWidth(most);
    }

    private static <T extends Comparable<T>> Comparator<RunNews> by(Function<RunState, T> key) {
        return Comparator.comparing(news -> key.apply(news.state()));
    }

    private static long secondsLeft(RunState state) {
        return state.remaining().map(time -> time.toSeconds()).orElse(-1L);
    }

    private static <T> ObservableValue<T> constant(T value) {
        return new javafx.beans.property.SimpleObjectProperty<>(value);
    }

    /** The strategy's mark and name. */
    private static final class StrategyCell extends TableCell<RunRow, RunRow> {
        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                StrategyStyle style = StrategyScores.style(row.spec().strategy());
                setText(style.name());
                setGraphic(RunMarks.strategy(style));
            }
        }
    }

    /** The state's icon and word. */
    private static final class StateCell extends TableCell<RunRow, RunNews> {
        private final Label label = new Label();

        @Override
        protected void updateItem(RunNews news, boolean empty) {
            super.updateItem(news, empty);
            setGraphic(empty || news == null ? null : label);
            if (!empty && news != null) {
                RunMarks.state(label, news);
            }
        }
    }

    /** How much of the training is done. */
    private static final class ProgressCell extends TableCell<RunRow, RunNews> {
        private final ProgressBar bar = new ProgressBar(0);

        ProgressCell() {
            bar.setMaxWidth(Double.MAX_VALUE);
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(RunNews news, boolean empty) {
            super.updateItem(news, empty);
            setGraphic(empty || news == null ? null : bar);
            if (!empty && news != null) {
                bar.setProgress(news.state().progress());
                bar.getStyleClass().removeIf(name -> name.startsWith("state-"));
                bar.getStyleClass().add(RunMarks.look(news));
                bar.setAccessibleText(
                        WORDS.text("run.perCent", Math.round(100 * news.state().progress())));
            }
        }
    }

    /** A number as text. */
    private static final class TextCell extends TableCell<RunRow, RunNews> {
        private final Function<RunNews, String> text;

        TextCell(Function<RunNews, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(RunNews news, boolean empty) {
            super.updateItem(news, empty);
            setText(empty || news == null ? null : text.apply(news));
        }
    }
}
