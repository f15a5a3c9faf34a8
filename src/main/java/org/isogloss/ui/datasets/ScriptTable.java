package org.isogloss.ui.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.isogloss.corpus.statistics.LanguageStatistics;
import org.isogloss.corpus.statistics.Lengths;
import org.isogloss.corpus.statistics.ScriptCheck;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;

/**
 * Repeated texts, typical lengths in characters, and whether a language is written in its script.
 */
final class ScriptTable extends TableView<LanguageStatistics> {
    private static final Words WORDS = Words.of(ScriptTable.class);

    private static final double ROW_HEIGHT = 32;
    private static final double HEAD_HEIGHT = 36;
    private static final double SHOWN = .005;

    ScriptTable() {
        setId("script-table");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        add(
                WORDS.text("script.language"),
                one -> one.lang().tag() + " " + one.lang().englishName(),
                120,
                false);
        add(WORDS.text("script.sameQuestions"), one -> repeated(one.questions()), 104, true);
        add(WORDS.text("script.samePassages"), one -> repeated(one.passages()), 104, true);
        add(
                WORDS.text("script.medianQuestion"),
                one -> median(one.questions().characters()),
                104,
                true);
        add(
                WORDS.text("script.medianPassage"),
                one -> median(one.passages().characters()),
                104,
                true);
        add(WORDS.text("script.writtenIn"), one -> scripts(one.script()), 136, false);
        add(WORDS.text("script.textsInOtherScripts"), one -> misfits(one.script()), 144, false);
    }

    /** Shows every row at once; what is around it scrolls. */
    void show(List<LanguageStatistics> languages) {
        getItems().setAll(languages);
        double height = HEAD_HEIGHT + ROW_HEIGHT * languages.size();
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void add(
            String name, Function<LanguageStatistics, String> value, double least, boolean number) {
        TableColumn<LanguageStatistics, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setMinWidth(least);
        column.setPrefWidth(least);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        column.setCellFactory(made -> new WordsCell());
        getColumns().add(column);
    }

    private static String repeated(LanguageStatistics.Texts texts) {
        return WORDS.text(
                "script.of", Numbers.count(texts.repeated()), Numbers.count(texts.count()));
    }

    private static String median(Lengths lengths) {
        return lengths.bins().isEmpty() ? "–" : Numbers.count(lengths.median());
    }

    /** The scripts that have a share that can be seen, greatest first. */
    private static String scripts(ScriptCheck check) {
        return check.scripts().entrySet().stream()
                .filter(script -> script.getValue() >= SHOWN)
                .map(ScriptTable::share)
                .collect(Collectors.joining(", "));
    }

    private static String share(Map.Entry<String, Double> script) {
        return String.format(Locale.ROOT, "%s %.0f %%", script.getKey(), 100 * script.getValue());
    }

    private static String misfits(ScriptCheck check) {
        if (check.expected().isEmpty()) {
            return WORDS.text("script.itsScriptIsNot");
        }
        return check.misfits() == 0
                ? "none"
                : WORDS.text("script.suchAs", Numbers.count(check.misfits()), check.firstMisfit());
    }

    /** Words, in full when pointed at. */
    private static final class WordsCell extends TableCell<LanguageStatistics, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            boolean none = empty || words == null;
            setText(none ? null : words);
            setTooltip(none ? null : new Tooltip(words));
        }
    }
}
