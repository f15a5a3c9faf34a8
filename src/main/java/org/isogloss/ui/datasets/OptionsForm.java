package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.corpus.format.TablePreview;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the user says what a data set's files do not say, and has it read again. */
final class OptionsForm extends VBox {
    private static final Words WORDS = Words.of(OptionsForm.class);

    private static final String COLUMNS = "columns";
    private static final double SHORT = 112;

    private final ComboBox<String> format = new ComboBox<>();
    private final TextField question = field("read-question-lang", "th");
    private final TextField answer = field("read-answer-lang", "th");
    private final TextField split = field("read-split", "dev");
    private final TextField subset = field("read-subset", "ara-deu");
    private final Label problem = new Label();
    private final ColumnMapping columns = new ColumnMapping();
    private Map<String, String> said = Map.of();

    /**
     * @param read reads with the options; called on the window's thread
     */
    OptionsForm(Consumer<ReadOptions> read) {
        getStyleClass().add("options-form");
        format.setId("read-format");
        format.getItems().add("");
        DatasetFormats.all().forEach(known -> format.getItems().add(known.id()));
        format.setConverter(new FormatWords());
        Button again =
                new Button(WORDS.text("optionsForm.readAgain"), new FontIcon(Feather.REFRESH_CW));
        again.setId("read-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(
                e -> {
                    OptionsDraft draft = draft();
                    say(draft.problem().orElse(""));
                    if (draft.problem().isEmpty()) {
                        read.accept(draft.options());
                    }
                });
        FlowPane fields =
                new FlowPane(
                        named(WORDS.text("optionsForm.format"), format),
                        named(WORDS.text("optionsForm.questionLanguage"), question),
                        named(WORDS.text("optionsForm.passageLanguage"), answer),
                        named(WORDS.text("optionsForm.split"), split),
                        named(WORDS.text("optionsForm.subset"), subset),
                        again);
        fields.getStyleClass().add("fields");
        problem.getStyleClass().add(Styles.DANGER);
        problem.setWrapText(true);
        getChildren().addAll(fields, columns, problem);
        say("");
    }

    /** Shows what was said about the data set so far. */
    void show(ReadOptions options) {
        OptionsDraft draft = OptionsDraft.of(options);
        format.setValue(draft.format());
        question.setText(draft.question());
        answer.setText(draft.answer());
        split.setText(draft.split());
        subset.setText(draft.subset());
        said = draft.columns();
        columns.show(Optional.empty(), Map.of());
        say("");
    }

    /** Lets the user say which column of a table holds what. */
    void offer(Optional<TablePreview> table) {
        columns.show(table, said);
    }

    /** Columns that are chosen need no word on the format. */
    private OptionsDraft draft() {
        String id = format.getValue() == null ? "" : format.getValue();
        Map<String, String> chosen = columns.isVisible() ? columns.chosen() : said;
        boolean fits = id.isEmpty() || id.equals(COLUMNS);
        return new OptionsDraft(
                fits && !chosen.isEmpty() ? COLUMNS : id,
                question.getText(),
                answer.getText(),
                split.getText(),
                subset.getText(),
                fits ? chosen : Map.of());
    }

    private void say(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }

    private static TextField field(String id, String example) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(WORDS.text("optionsForm.suchAs", example));
        field.setPrefWidth(SHORT);
        return field;
    }

    /** A field under its name. */
    static Node named(String words, Node field) {
        Label name = new Label(words);
        name.getStyleClass().add("caption");
        name.setLabelFor(field);
        field.setAccessibleText(words);
        VBox both = new VBox(name, field);
        both.getStyleClass().add("named-field");
        return both;
    }

    /** The formats' ids; nothing chosen leaves it to the files. */
    private static final class FormatWords extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null || id.isEmpty() ? WORDS.text("optionsForm.recognisedByItself") : id;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
