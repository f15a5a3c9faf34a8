package org.isogloss.ui.bias;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Numbers;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/** How often the best candidate is in the question's own language: a bar for each strategy. */
final class OwnLanguageTable extends TableView<BiasViewModel.OwnLanguage> {
    private static final Words WORDS = Words.of(OwnLanguageTable.class);

    private static final double ROW_HEIGHT = 28;
    private static final double BAR_WIDTH = 56;
    private static final double BAR_HEIGHT = 8;
    private final ScriptCoverage scripts;
    private boolean showing; // then a selection is not the user's

    OwnLanguageTable(ScriptCoverage scripts) {
        this.scripts = scripts;
        setId("own-language-table");
        setFixedCellSize(ROW_HEIGHT);
        setAccessibleText(WORDS.text("ownLanguage.shareOfQuestionsWhose"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    /** Tells the language of the row that the user selects. */
    void onLanguage(Consumer<Lang> selected) {
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null && !showing) {
                                selected.accept(now.language());
                            }
                        });
    }

    /** Selects a language's row, or none. */
    void choose(Optional<Lang> lang) {
        showing = true;
        getSelectionModel().clearSelection();
        getItems().stream()
                .filter(row -> lang.isPresent() && row.language().equals(lang.get()))
                .forEach(row -> getSelectionModel().select(row));
        showing = false;
    }

    void show(List<BiasViewModel.OwnLanguage> rows) {
        List<StrategyScores> strategies = rows.isEmpty() ? List.of() : rows.get(0).strategies();
        if (rows.equals(getItems())) {
            return;
        }
        showing = true;
        getColumns().clear();
        getColumns().add(languages());
        for (int i = 0; i < strategies.size(); i++) {
            getColumns().add(shares(strategies.get(i), i));
        }
        getItems().setAll(rows);
        showing = false;
    }

    private TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> languages() {
        TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> column =
                column(WORDS.text("ownLanguage.questionsIn"));
        column.setMinWidth(128);
        column.setPrefWidth(128);
        column.setCellFactory(c -> new NodeCell(row -> language(row.language())));
        return column;
    }

    private Node language(Lang lang) {
        Label code = new Label(lang.tag());
        code.getStyleClass().add("language-code");
        Label name = new Label(lang.englishName());
        name.setTooltip(new Tooltip(scripts.ownName(lang)));
        HBox cell = new HBox(code, name);
        cell.getStyleClass().add("language");
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> shares(
            StrategyScores strategy, int place) {
        TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> column =
                column(strategy.name());
        column.setMinWidth(BAR_WIDTH + 56);
        column.setPrefWidth(BAR_WIDTH + 56);
        column.setGraphic(new StrategyMark(strategy.style()));
        String colour = StrategyMark.hex(strategy.style().colour());
        column.setCellFactory(c -> new NodeCell(row -> bar(row.shares().get(place), colour)));
        return column;
    }

    private static Node bar(double share, String colour) {
        Region ground = new Region();
        ground.getStyleClass().add("bar-ground");
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        bar.setStyle("-fx-background-color: " + colour + ";");
        bar.setMaxWidth(Double.isNaN(share) ? 0 : BAR_WIDTH * Math.max(0, Math.min(1, share)));
        StackPane both = new StackPane(ground, bar);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinSize(BAR_WIDTH, BAR_HEIGHT);
        both.setMaxSize(BAR_WIDTH, BAR_HEIGHT);
        Label value = new Label(Numbers.score(share));
        HBox cell = new HBox(both, value);
        cell.getStyleClass().add("bar-cell");
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> column(
            String name) {
        TableColumn<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> column =
                new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /** A cell made of nodes. */
    private static final class NodeCell
            extends TableCell<BiasViewModel.OwnLanguage, BiasViewModel.OwnLanguage> {
        private final Function<BiasViewModel.OwnLanguage, Node> node;

        NodeCell(Function<BiasViewModel.OwnLanguage, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(BiasViewModel.OwnLanguage row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }
}
