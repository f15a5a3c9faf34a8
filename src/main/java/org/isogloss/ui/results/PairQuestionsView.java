package org.isogloss.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the heatmaps: the questions behind the cell that was clicked, greatest change first. */
final class PairQuestionsView extends VBox {
    private static final Words WORDS = Words.of(PairQuestionsView.class);
    private static final double WIDTH = 392;
    private static final double NUMBER_WIDTH = 64;
    private static final double LANGUAGE_WIDTH = 72;
    private static final double ROW_HEIGHT = 32;

    private final PairQuestionsViewModel model;
    private final ComboBox<Lang> question = new ComboBox<>();
    private final ComboBox<Lang> answer = new ComboBox<>();
    private final Label arrow = new Label();
    private final Label sides = new Label();
    private final Label state = new Label();
    private final TableView<PairQuestions.Row> table = new TableView<>();
    private final TableColumn<PairQuestions.Row, PairQuestions.Row> gain;
    private final TableColumn<PairQuestions.Row, PairQuestions.Row> baseRank;
    private final Label words = new Label();
    private final HBox onward;
    private boolean showing;

    PairQuestionsView(PairQuestionsViewModel model, Navigator navigator) {
        this.model = model;
        setId("pair-questions");
        getStyleClass().add("pair-questions");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        sides.getStyleClass().add("caption");
        sides.setWrapText(true);
        state.getStyleClass().add("caption");
        state.setWrapText(true);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setAccessibleText(WORDS.text("questions.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(text());
        table.getColumns()
                .add(number(WORDS.text("questions.rank"), row -> rank(row.strategy().rank())));
        baseRank =
                number(
                        WORDS.text("questions.baseRank"),
                        row -> row.base().map(one -> rank(one.rank())).orElse(""));
        gain = number(WORDS.text("questions.gain"), row -> Numbers.difference(row.gain()));
        table.getColumns().add(baseRank);
        table.getColumns().add(gain);
        VBox.setVgrow(table, Priority.ALWAYS);
        words.setWrapText(true);
        words.getStyleClass().add("chosen-question");
        Button bias = new Button(WORDS.text("questions.inBias"), new FontIcon(Feather.BAR_CHART_2));
        bias.setOnAction(e -> navigator.open(Place.BIAS));
        onward = new HBox(bias);
        onward.getStyleClass().add("onward");
        getChildren().addAll(head(), sides, state, table, words, onward);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> choose(now));
        model.asked().addListener((property, before, now) -> show());
        model.answer().addListener((property, before, now) -> show());
        model.busy().addListener((property, before, now) -> show());
        show();
    }

    private HBox head() {
        Label title = new Label(WORDS.text("questions.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        language(question, WORDS.text("questions.questionLanguage"));
        language(answer, WORDS.text("questions.answerLanguage"));
        arrow.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(WORDS.text("questions.close"));
        close.setTooltip(new Tooltip(WORDS.text("questions.close")));
        close.setOnAction(e -> model.close());
        HBox head = new HBox(title, question, arrow, answer, gap, close);
        head.getStyleClass().add("heading");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void language(ComboBox<Lang> box, String name) {
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(name));
        box.setButtonCell(new LangCell(false));
        box.setCellFactory(list -> new LangCell(true));
        box.setPrefWidth(LANGUAGE_WIDTH);
        box.setMinWidth(LANGUAGE_WIDTH);
        box.setOnAction(e -> ask());
    }

    private void ask() {
        Optional<Lang> pool = Optional.ofNullable(answer.getValue());
        if (!showing && question.getValue() != null) {
            model.asked()
                    .get()
                    .filter(asked -> asked.answer().isPresent() == pool.isPresent())
                    .ifPresent(asked -> model.ask(asked.in(question.getValue(), pool)));
        }
    }

    private void show() {
        Optional<PairQuestionsViewModel.Asked> asked = model.asked().get();
        setVisible(asked.isPresent());
        setManaged(asked.isPresent());
        if (asked.isEmpty()) {
            return;
        }
        showing = true;
        List<Lang> languages = asked.get().strategy().languages();
        question.getItems().setAll(languages);
        answer.getItems().setAll(asked.get().strategy().map().answerLanguages());
        question.setValue(asked.get().question());
        answer.setValue(asked.get().answer().orElse(null));
        boolean pair = asked.get().answer().isPresent();
        answer.setVisible(pair);
        answer.setManaged(pair);
        arrow.setText(pair ? "→" : WORDS.text("questions.inAllLanguages"));
        showing = false;
        sides.setText(sides(asked.get()));
        gain.setVisible(asked.get().base().isPresent());
        baseRank.setVisible(asked.get().base().isPresent());
        Optional<PairQuestionsViewModel.Answer> known =
                model.answer().get().filter(one -> one.asked().equals(asked.get()));
        table.getItems()
                .setAll(
                        known.flatMap(PairQuestionsViewModel.Answer::questions)
                                .map(PairQuestions::questions)
                                .orElse(List.of()));
        state.setText(
                model.busy().get()
                        ? WORDS.text("questions.reading")
                        : known.map(PairQuestionsViewModel.Answer::problem).orElse(""));
        state.setVisible(!state.getText().isEmpty());
        state.setManaged(!state.getText().isEmpty());
    }

    private static String sides(PairQuestionsViewModel.Asked asked) {
        String pool =
                asked.answer().isPresent()
                        ? WORDS.text("questions.inAnswerLanguage")
                        : WORDS.text("questions.inPool");
        String strategy = asked.strategy().name();
        String collection = asked.strategy().collection();
        return asked.base()
                .map(
                        base ->
                                WORDS.text(
                                        "questions.against",
                                        strategy,
                                        base.name(),
                                        collection,
                                        pool,
                                        Numbers.metric(asked.metric())))
                .orElseGet(() -> WORDS.text("questions.alone", strategy, collection, pool));
    }

    private void choose(PairQuestions.Row row) {
        onward.setVisible(row != null);
        words.setText(row == null ? "" : row.text());
        if (row != null) {
            words.setNodeOrientation(
                    row.question().lang().rightToLeft()
                            ? NodeOrientation.RIGHT_TO_LEFT
                            : NodeOrientation.LEFT_TO_RIGHT);
            model.focus(row);
        }
    }

    /** A mean over seeds has a decimal where it needs one. */
    private static String rank(double rank) {
        return rank == Math.rint(rank)
                ? Numbers.count(rank)
                : String.format(Locale.ROOT, "%.1f", rank);
    }

    private static TableColumn<PairQuestions.Row, PairQuestions.Row> text() {
        TableColumn<PairQuestions.Row, PairQuestions.Row> column =
                new TableColumn<>(WORDS.text("questions.question"));
        column.setPrefWidth(WIDTH);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TextCell());
        column.setSortable(false);
        return column;
    }

    private static TableColumn<PairQuestions.Row, PairQuestions.Row> number(
            String name, Function<PairQuestions.Row, String> value) {
        TableColumn<PairQuestions.Row, PairQuestions.Row> column = new TableColumn<>(name);
        column.getStyleClass().add("number");
        column.setMinWidth(NUMBER_WIDTH);
        column.setMaxWidth(NUMBER_WIDTH);
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new NumberCell(value));
        return column;
    }

    private static final class NumberCell extends TableCell<PairQuestions.Row, PairQuestions.Row> {
        private final Function<PairQuestions.Row, String> value;

        NumberCell(Function<PairQuestions.Row, String> value) {
            this.value = value;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(PairQuestions.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : value.apply(row));
        }
    }

    private static final class TextCell extends TableCell<PairQuestions.Row, PairQuestions.Row> {
        @Override
        protected void updateItem(PairQuestions.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.text());
            setTooltip(empty || row == null ? null : new Tooltip(row.text()));
            boolean fromTheRight = !empty && row != null && row.question().lang().rightToLeft();
            setNodeOrientation(
                    fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
    }

    /** A language by its code, in the list with its name. */
    private static final class LangCell extends ListCell<Lang> {
        private final boolean named;

        LangCell(boolean named) {
            this.named = named;
        }

        @Override
        protected void updateItem(Lang lang, boolean empty) {
            super.updateItem(lang, empty);
            setText(
                    empty || lang == null
                            ? null
                            : named ? lang.tag() + " " + lang.englishName() : lang.tag());
        }
    }
}
