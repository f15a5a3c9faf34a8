package org.isogloss.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A data set's questions and answers, to be searched and read. */
final class RowsTab extends BorderPane {
    private static final Words WORDS = Words.of(RowsTab.class);

    private static final Duration REST = Duration.millis(250);

    private final InspectionViewModel model;
    private final DataRowTable table = new DataRowTable();
    private final RowPreview preview = new RowPreview();
    private final CustomTextField words = new CustomTextField();
    private final ComboBox<Optional<Lang>> lang = new ComboBox<>();
    private final Label count = new Label();
    private final PauseTransition rest = new PauseTransition(REST);

    RowsTab(InspectionViewModel model) {
        this.model = model;
        getStyleClass().add("rows");
        SplitPane split = new SplitPane(table, preview);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(.62);
        setTop(tools());
        setCenter(split);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> preview.show(now));
        table.getItems().addListener((javafx.beans.InvalidationListener) changed -> tell());
        model.rows().addListener((property, before, now) -> table.show(now));
        model.all().addListener((property, before, now) -> offerLanguages(now));
        model.words().addListener((property, before, now) -> take(now));
        preview.show(null);
        tell();
    }

    private Node tools() {
        words.setId("search-rows");
        words.setPromptText(WORDS.text("rows.findInTextSource"));
        words.setLeft(new FontIcon(Feather.SEARCH));
        words.setPrefWidth(280);
        words.setAccessibleText(WORDS.text("rows.findRows"));
        rest.setOnFinished(e -> model.words().set(words.getText()));
        words.textProperty().addListener((property, before, now) -> rest.playFromStart());
        lang.setId("rows-language");
        lang.setAccessibleText(WORDS.text("rows.languageOfTheRows"));
        lang.setConverter(new LanguageWords());
        lang.valueProperty()
                .addListener(
                        (property, before, now) ->
                                model.lang().set(now == null ? Optional.empty() : now));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        busy.visibleProperty().bind(model.searching());
        count.getStyleClass().add("caption");
        count.setId("rows-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        lang.setMinWidth(Region.USE_PREF_SIZE);
        HBox tools = new HBox(words, lang, count, busy);
        tools.getStyleClass().add("rows-tools");
        return tools;
    }

    private void take(String now) {
        if (!words.getText().equals(now)) {
            words.setText(now);
        }
    }

    private void offerLanguages(DataRows rows) {
        table.clearFilters();
        lang.getItems().setAll(List.of(Optional.empty()));
        rows.languages().forEach(one -> lang.getItems().add(Optional.of(one)));
        lang.setValue(Optional.empty());
        boolean several = lang.getItems().size() > 2;
        lang.setVisible(several);
        lang.setManaged(several);
        tell();
    }

    private void tell() {
        int all = model.all().get().all().size();
        int shown = table.getItems().size();
        count.setText(
                all == 0
                        ? ""
                        : shown == all
                                ? WORDS.text("rows.questions", Numbers.count(all))
                                : WORDS.text(
                                        "rows.ofQuestions",
                                        Numbers.count(shown),
                                        Numbers.count(all)));
    }

    /** Languages by code and name. */
    private static final class LanguageWords extends StringConverter<Optional<Lang>> {
        @Override
        public String toString(Optional<Lang> lang) {
            return lang == null
                    ? ""
                    : lang.map(one -> one.tag() + " " + one.englishName())
                            .orElse(WORDS.text("rows.allLanguages"));
        }

        @Override
        public Optional<Lang> fromString(String text) {
            throw new UnsupportedOperationException(WORDS.text("rows.languagesAreChosenNot"));
        }
    }
}
