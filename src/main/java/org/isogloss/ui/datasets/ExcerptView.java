package org.isogloss.ui.datasets;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;

/** A few lines of a file with their numbers, one of them marked. */
final class ExcerptView extends VBox {
    private static final Words WORDS = Words.of(ExcerptView.class);

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Label file = new Label();
    private final VBox lines = new VBox();
    private final Label problem = new Label();

    ExcerptView() {
        getStyleClass().add("excerpt");
        setId("excerpt");
        file.getStyleClass().add("caption");
        lines.getStyleClass().add("lines");
        problem.getStyleClass().add("caption");
        problem.setWrapText(true);
        getChildren().addAll(file, lines, problem);
    }

    void show(Excerpt excerpt) {
        file.setText(
                excerpt.file().endsWith(".parquet")
                        ? WORDS.text("excerpt.row", excerpt.file(), excerpt.marked())
                        : WORDS.text("excerpt.line", excerpt.file(), excerpt.marked()));
        lines.getChildren().clear();
        excerpt.lines().forEach(line -> lines.getChildren().add(node(line, excerpt.marked())));
        problem.setText(excerpt.problem());
        problem.setVisible(!excerpt.problem().isEmpty());
        problem.setManaged(!excerpt.problem().isEmpty());
    }

    private static HBox node(Excerpt.Line line, long marked) {
        Label number = new Label(String.valueOf(line.number()));
        number.getStyleClass().add("line-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(line.text());
        text.getStyleClass().add("line-text");
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox both = new HBox(number, text);
        both.getStyleClass().add("line");
        both.pseudoClassStateChanged(MARKED, line.number() == marked);
        return both;
    }
}
