package org.isogloss.ui.datasets;

import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;

/** How much of a data set is in each language. */
final class LanguageCountTable extends TableView<LanguageCounts> {
    private static final Words WORDS = Words.of(LanguageCountTable.class);

    private static final double ROW_HEIGHT = 32;

    private final ScriptCoverage scripts;

    LanguageCountTable(ScriptCoverage scripts) {
        this.scripts = scripts;
        setId("language-counts");
        setFixedCellSize(ROW_HEIGHT);
        setAccessibleText(WORDS.text("languageCount.questionsCandidatesAndTraining"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<LanguageCounts, Lang> language =
                new TableColumn<>(WORDS.text("languageCount.language"));
        language.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().lang()));
        language.setCellFactory(column -> new LanguageCell());
        language.setMinWidth(200);
        language.setPrefWidth(200);
        getColumns().add(language);
        getColumns().add(number(WORDS.text("languageCount.questions"), LanguageCounts::questions));
        getColumns()
                .add(number(WORDS.text("languageCount.candidates"), LanguageCounts::candidates));
        getColumns().add(number(WORDS.text("languageCount.trainingPairs"), LanguageCounts::pairs));
    }

    private static TableColumn<LanguageCounts, Number> number(
            String name, ToIntFunction<LanguageCounts> count) {
        TableColumn<LanguageCounts, Number> column = new TableColumn<>(name);
        column.getStyleClass().add("number");
        column.setMinWidth(88);
        column.setPrefWidth(88);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(count.applyAsInt(row.getValue())));
        column.setCellFactory(
                made ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Number value, boolean empty) {
                                super.updateItem(value, empty);
                                setText(
                                        empty || value == null
                                                ? null
                                                : Numbers.count(value.doubleValue()));
                            }
                        });
        return column;
    }

    /** A language's code, its English name, and its name for itself. */
    private final class LanguageCell extends TableCell<LanguageCounts, Lang> {
        @Override
        protected void updateItem(Lang lang, boolean empty) {
            super.updateItem(lang, empty);
            if (empty || lang == null) {
                setGraphic(null);
                return;
            }
            Label code = new Label(lang.tag());
            code.getStyleClass().add("language-code");
            Label own = new Label(scripts.ownName(lang));
            own.getStyleClass().add("caption");
            HBox both = new HBox(code, new Label(lang.englishName()), own);
            both.getStyleClass().add("language");
            setGraphic(both);
        }
    }
}
