package org.isogloss.ui.explorer;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.launch.AskedModel.Stage;
import org.isogloss.launch.AskedModel.State;
import org.isogloss.ui.explorer.AnswerRows.Candidate;
import org.isogloss.ui.explorer.AnswerRows.Row;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.words.Words;

/** One of the two rankings: which run, how far its model is, and its rows. */
final class RankingColumn {
    /** The height of a row in pixels. */
    static final double ROW = 32;

    private static final Words WORDS = Words.of(RankingColumn.class);

    private final ExplorerSide side;
    private final HBox head;
    private final StackPane mark = new StackPane();
    private final Label span = new Label();
    private final ListView<Row> list = new ListView<>();
    private final ProgressBar loading = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label said = new Label();
    private final Button again = new Button(WORDS.text("column.again"));
    private final VBox busy = new VBox(loading, said, again);
    private final StackPane body;

    /**
     * @param name what the column is to a screen reader
     * @param choose hears of a candidate that is looked at
     * @param reload loads the model again that has ended
     */
    RankingColumn(ExplorerSide side, String name, Consumer<String> choose, Runnable reload) {
        this.side = side;
        ComboBox<String> run = StudyBar.choice(name, side.names(), side.name());
        run.setId(name.equals(WORDS.text("column.left")) ? "explorer-left" : "explorer-right");
        span.getStyleClass().add("caption");
        span.setWrapText(true);
        head = new HBox(mark, run, span);
        head.getStyleClass().add("ranking-head");
        list.setFixedCellSize(ROW);
        list.setCellFactory(made -> new AnswerCell());
        list.setAccessibleText(WORDS.text("column.ranking", name));
        list.getStyleClass().add("ranking-list");
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now instanceof Candidate candidate) {
                                choose.accept(candidate.answer().passage());
                            }
                        });
        said.setWrapText(true);
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(e -> reload.run());
        busy.getStyleClass().add("ranking-busy");
        body = new StackPane(list, busy);
        side.name().addListener((property, before, now) -> showRun());
        side.state().addListener((property, before, now) -> show(now));
        side.answers().addListener((property, before, now) -> show());
        showRun();
        show();
    }

    private void showRun() {
        mark.getChildren()
                .setAll(side.style().map(StrategyMark::new).map(List::of).orElse(List.of()));
    }

    private void show() {
        Optional<AnswerRows> rows = rows();
        list.getItems().setAll(rows.map(AnswerRows::rows).orElse(List.of()));
        double height = list.getItems().size() * ROW + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        span.setText(side.span());
        show(side.state().get());
    }

    private void show(State state) {
        boolean waits = side.answers().get().isEmpty();
        boolean ended = state.stage() == Stage.ENDED;
        list.setVisible(!waits);
        busy.setVisible(waits || ended); // else it would catch what is meant for the list
        loading.setVisible(waits && !ended);
        loading.setManaged(loading.isVisible());
        said.setText(
                !waits && !ended
                        ? ""
                        : state.said().isEmpty() && !ended
                                ? WORDS.text("column.starting")
                                : state.said());
        again.setVisible(ended);
        again.setManaged(ended);
    }

    /** The rows, once there is an answer. */
    Optional<AnswerRows> rows() {
        return side.answers().get().map(AnswerRows::of);
    }

    /** Which run, and how far apart the answers stand. */
    HBox head() {
        return head;
    }

    /** The rows. */
    StackPane body() {
        return body;
    }

    /** Selects a candidate's row, if it has one. */
    void choose(Optional<String> passage) {
        ObservableList<Row> rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Candidate candidate
                    && passage.equals(Optional.of(candidate.answer().passage()))) {
                list.getSelectionModel().select(i);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }
}
