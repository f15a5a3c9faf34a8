package org.isogloss.ui.explorer;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.study.StudyWords;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Explore: a question above, two rankings beside each other, joined by lines. */
public final class ExplorerView implements Pane {
    private static final Words WORDS = Words.of(ExplorerView.class);

    private final ExplorerViewModel model;
    private final BorderPane root = new BorderPane();
    private final RankingColumn left;
    private final RankingColumn right;
    private final JoinLines lines = new JoinLines(RankingColumn.ROW);
    private final HBox languages = new HBox();
    // the same nodes as long as their languages are there, so that focus stays
    private final Map<Lang, ToggleButton> speakers = new HashMap<>();
    private final Label about = new Label();
    private final CandidateStrip strip;
    private final CommandBar command = new CommandBar();
    private final EmptyPlace empty = new EmptyPlace(Feather.SEARCH);
    private final VBox content;

    public ExplorerView(ExplorerViewModel model, Navigator navigator) {
        this.model = model;
        left = column(model.left(), WORDS.text("column.left"));
        right = column(model.right(), WORDS.text("column.right"));
        strip = new CandidateStrip(model);
        root.getStyleClass().addAll("pane", "explorer");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        ExplorerView.class.getResource(
                                                "/org/isogloss/ui/explorer.css"))
                                .toExternalForm());
        root.setTop(new StudyBar(WORDS.text("explorer"), model.selection()));
        empty.withAction(WORDS.text("explorer.goToStart"), () -> navigator.open(Place.START));
        Node rankings = rankings();
        VBox.setVgrow(rankings, Priority.ALWAYS);
        content = new VBox(question(), languages, heads(), rankings, strip, command);
        content.getStyleClass().add("explorer-content");
        languages.getStyleClass().add("explorer-languages");
        about.getStyleClass().add("caption");
        about.setWrapText(true);
        root.setCenter(new StackPane(content, empty));
        InvalidationListener changed = property -> show();
        List.of(model.picked(), model.asked(), model.passage(), model.problem())
                .forEach(property -> property.addListener(changed));
        model.left().answers().addListener(changed);
        model.right().answers().addListener(changed);
        model.left().name().addListener(changed);
        model.selection().snapshot().addListener(changed);
        model.selection().looked().addListener(changed);
        model.selection().collection().addListener(changed);
        model.passage().addListener((property, before, now) -> choose(now));
        show();
    }

    @Override
    public Place place() {
        return Place.EXPLORE;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    private RankingColumn column(ExplorerSide side, String name) {
        return new RankingColumn(
                side,
                name,
                passage -> model.passage().set(Optional.of(passage)),
                () -> model.reload(side));
    }

    private Node question() {
        TextField field = new TextField();
        field.setId("explorer-question");
        field.setPromptText(WORDS.text("explorer.prompt"));
        field.setAccessibleText(WORDS.text("explorer.prompt"));
        field.textProperty().bindBidirectional(model.typed());
        field.setOnAction(e -> model.ask());
        HBox.setHgrow(field, Priority.ALWAYS);
        AutoCompletionBinding<Question> offered =
                TextFields.bindAutoCompletion(
                        field,
                        request ->
                                // what was picked by other means is not typed
                                field.isFocused() && !request.getUserText().isBlank()
                                        ? model.suggestions(request.getUserText())
                                        : List.of(),
                        new Suggested());
        offered.setOnAutoCompleted(done -> model.pick(done.getCompletion()));
        offered.prefWidthProperty().bind(field.widthProperty());
        Button ask = new Button(WORDS.text("explorer.ask"));
        ask.getStyleClass().add(Styles.ACCENT);
        ask.setOnAction(e -> model.ask());
        ask.setMinWidth(Region.USE_PREF_SIZE);
        Button next = new Button(WORDS.text("explorer.next"), new FontIcon(Feather.SKIP_FORWARD));
        next.setId("explorer-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(e -> model.next());
        HBox row = new HBox(field, ask, next);
        row.getStyleClass().add("explorer-question");
        return row;
    }

    /** Questions as they are offered while one types: with their language. */
    private static final class Suggested extends StringConverter<Question> {
        @Override
        public String toString(Question question) {
            return question == null ? "" : question.text();
        }

        @Override
        public Question fromString(String text) {
            throw new UnsupportedOperationException("a suggestion is chosen, not read");
        }
    }

    private Node heads() {
        HBox.setHgrow(left.head(), Priority.ALWAYS);
        HBox.setHgrow(right.head(), Priority.ALWAYS);
        Region gutter = new Region();
        gutter.minWidthProperty().bind(lines.widthProperty());
        List.of(left.head(), right.head()).forEach(head -> head.setPrefWidth(1));
        return new HBox(left.head(), gutter, right.head());
    }

    private Node rankings() {
        HBox.setHgrow(left.body(), Priority.ALWAYS);
        HBox.setHgrow(right.body(), Priority.ALWAYS);
        List.of(left.body(), right.body()).forEach(body -> body.setPrefWidth(1));
        HBox both = new HBox(left.body(), lines, right.body());
        ScrollPane scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(RankingColumn.ROW * 4);
        return scroll;
    }

    private void show() {
        boolean anything = model.anything();
        content.setVisible(anything);
        empty.setVisible(!anything);
        if (!anything) {
            StudyWords words = StudyWords.of(model.selection());
            empty.say(words.title(), words.sentence());
            empty.offer(model.selection().looked().get());
            return;
        }
        showLanguages();
        lines.show(left.rows().flatMap(rows -> right.rows().map(rows::joined)).orElse(List.of()));
        lines.choose(model.passage().get());
        strip.show();
        command.show(model.command());
    }

    private void showLanguages() {
        List<Node> shown = new ArrayList<>();
        Optional<Question> picked = model.picked().get();
        speakers.keySet().retainAll(model.languages());
        for (Lang lang : model.languages()) {
            ToggleButton button = speakers.computeIfAbsent(lang, this::speaker);
            button.setSelected(picked.map(Question::lang).equals(Optional.of(lang)));
            shown.add(button);
        }
        about.setText(
                !model.problem().get().isEmpty()
                        ? model.problem().get()
                        : picked.isPresent()
                                ? WORDS.text("explorer.picked", picked.get().parallelId())
                                : model.asked().get().isPresent()
                                        ? WORDS.text("explorer.typed")
                                        : "");
        shown.add(about);
        languages.getChildren().setAll(shown);
    }

    private ToggleButton speaker(Lang lang) {
        ToggleButton button = new ToggleButton(lang.tag());
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new Tooltip(AnswerCell.language(lang)));
        button.setAccessibleText(AnswerCell.language(lang));
        button.setOnAction(
                e -> {
                    speakers.values().forEach(one -> one.setSelected(one.equals(button)));
                    model.speak(lang);
                });
        return button;
    }

    private void choose(Optional<String> passage) {
        left.choose(passage);
        right.choose(passage);
    }
}
