package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that a data set is not where it was, and lets the user say where it is. */
final class MissingView extends VBox {
    private static final Words WORDS = Words.of(MissingView.class);

    private final Label sentence = new Label();
    private final Label problem = new Label();

    /**
     * @param locate asks where it is now
     */
    MissingView(DatasetsViewModel model, Runnable locate) {
        getStyleClass().addAll("empty-place", "missing");
        setId("missing");
        Label title = new Label(WORDS.text("missing.notWhereItWas"));
        title.getStyleClass().add("view-title");
        sentence.getStyleClass().add(Styles.TEXT_MUTED);
        sentence.setWrapText(true);
        problem.getStyleClass().add(Styles.DANGER);
        problem.setWrapText(true);
        problem.setId("locate-problem");
        Button find = new Button(WORDS.text("missing.locate"), new FontIcon(Feather.SEARCH));
        find.setId("locate");
        find.getStyleClass().add(Styles.ACCENT);
        find.setOnAction(e -> locate.run());
        Button forget = new Button(WORDS.text("missing.forgetIt"));
        forget.setOnAction(e -> model.selected().get().ifPresent(model::remove));
        getChildren()
                .addAll(new FontIcon(Feather.HELP_CIRCLE), title, sentence, problem, find, forget);
    }

    void show(SetItem item) {
        sentence.setText(WORDS.text("missing.nothingIsAtAny", item.path()));
        problem.setText(item.problem().map(Problem::sentence).orElse(""));
        problem.setManaged(!problem.getText().isEmpty());
    }
}
