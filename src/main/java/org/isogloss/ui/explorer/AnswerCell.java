package org.isogloss.ui.explorer;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.Numbers;
import org.isogloss.run.query.Answer;
import org.isogloss.ui.explorer.AnswerRows.Candidate;
import org.isogloss.ui.explorer.AnswerRows.Gap;
import org.isogloss.ui.explorer.AnswerRows.Mark;
import org.isogloss.ui.explorer.AnswerRows.Row;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of a ranking: rank, mark, language, words, and the score as a number and a bar. */
final class AnswerCell extends ListCell<Row> {
    private static final Words WORDS = Words.of(AnswerCell.class);
    private static final double BAR = 40;

    private final Label rank = label("answer-rank");
    private final FontIcon mark = new FontIcon();
    private final Label lang = label("answer-lang");
    private final Label text = label("answer-text");
    private final Label score = label("answer-score");
    private final Region filled = new Region();
    private final HBox line;

    AnswerCell() {
        getStyleClass().add("answer-cell");
        StackPane place = new StackPane(mark);
        place.getStyleClass().add("answer-mark");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        text.setPrefWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        filled.getStyleClass().add("answer-filled");
        StackPane bar = new StackPane(filled);
        bar.getStyleClass().add("answer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        line = new HBox(rank, place, lang, text, bar, score);
        line.getStyleClass().add("answer-line");
        setPrefWidth(0); // as wide as the list, however long the words
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        setMouseTransparent(!(row instanceof Candidate));
        if (row instanceof Gap gap && !empty) {
            Label more =
                    new Label(
                            gap.count() == 1
                                    ? WORDS.text("answer.oneBetween")
                                    : WORDS.text("answer.between", Numbers.count(gap.count())));
            more.getStyleClass().addAll("caption", "answer-gap");
            setGraphic(more);
        } else if (row instanceof Candidate candidate && !empty) {
            show(candidate);
        }
    }

    private void show(Candidate candidate) {
        Answer answer = candidate.answer();
        rank.setText(Numbers.count(answer.rank()));
        lang.setText(answer.lang().tag());
        text.setText(answer.text().strip().replaceAll("\\s+", " "));
        boolean fromTheRight = answer.lang().rightToLeft();
        text.setNodeOrientation(
                fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        score.setText(score(answer));
        filled.setMaxWidth(BAR * candidate.share());
        mark.setVisible(candidate.mark() != Mark.NONE);
        mark.setIconCode(candidate.mark() == Mark.RIGHT ? Feather.CHECK : Feather.LINK_2);
        line.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("followed"), candidate.mark() != Mark.NONE);
        Tooltip words = new Tooltip(language(answer.lang()) + "\n" + answer.text());
        words.setWrapText(true);
        words.setMaxWidth(480);
        setTooltip(words);
        setGraphic(line);
        setAccessibleText(
                WORDS.text(
                        "answer.accessible",
                        answer.rank(),
                        answer.lang().englishName(),
                        score(answer),
                        words(candidate.mark()),
                        answer.text()));
    }

    /** A score as it is shown everywhere in this place. */
    static String score(Answer answer) {
        String digits = String.format(Locale.ROOT, "%.3f", answer.score());
        return digits.replaceFirst("^(-?)0\\.", "$1.").replace('-', '−');
    }

    /** A language's code and name. */
    static String language(Lang lang) {
        return lang.tag() + " " + lang.englishName();
    }

    private static String words(Mark mark) {
        return switch (mark) {
            case RIGHT -> WORDS.text("answer.right");
            case PARALLEL -> WORDS.text("answer.parallel");
            case NONE -> WORDS.text("answer.other");
        };
    }
}
