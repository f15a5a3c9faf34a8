package org.isogloss.ui.datasets;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.ui.words.Words;

/** One question and its answer in full, written from the side their languages are written from. */
final class RowPreview extends ScrollPane {
    private static final Words WORDS = Words.of(RowPreview.class);

    /** Beyond this a text is laid out as a whole, which is faster. */
    private static final int LONGEST = 10_000;

    private final VBox content = new VBox();

    RowPreview() {
        setId("row-preview");
        content.getStyleClass().add("row-preview");
        setContent(content);
        setFitToWidth(true);
    }

    /** Shows a row, or asks for one. */
    void show(DataRow row) {
        content.getChildren().clear();
        setVvalue(0);
        if (row == null) {
            Label hint = new Label(WORDS.text("rowPreview.selectARowTo"));
            hint.getStyleClass().add("caption");
            content.getChildren().add(hint);
            return;
        }
        Question question = row.question();
        Passage answer = row.answer().get();
        content.getChildren()
                .addAll(
                        caption(lang(question.lang()) + " · " + question.id() + source(question)),
                        text(question.text(), question.lang(), "question"),
                        caption(
                                WORDS.text(
                                        "rowPreview.passageIn", lang(answer.lang()), id(answer))),
                        text(answer.text(), answer.lang(), "passage"));
        if (!answer.context().isEmpty()) {
            content.getChildren()
                    .addAll(
                            caption(WORDS.text("rowPreview.theParagraphItStands")),
                            text(answer.context(), answer.lang(), "context"));
        }
    }

    private static String lang(Lang lang) {
        return lang.tag() + " " + lang.englishName();
    }

    private static String source(Question question) {
        return question.source().isEmpty() ? "" : " · from “" + question.source() + "”";
    }

    private static String id(Passage answer) {
        return answer.id().isEmpty() ? "" : " · " + answer.id();
    }

    private static Node caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Node text(String words, Lang lang, String style) {
        if (words.length() > LONGEST) {
            Label text = new Label(words);
            text.getStyleClass().add(style);
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            return text;
        }
        return wordByWord(words, lang, style);
    }

    /**
     * Where the toolkit breaks longer runs of Arabic, Devanagari or Thai, its lines come out too
     * long; runs that end where a line may be broken it need not break.
     */
    private static Node wordByWord(String words, Lang lang, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(lang.tag()));
        breaks.setText(words);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            Text word = new Text(words.substring(from, to));
            word.getStyleClass().add("word");
            flow.getChildren().add(word);
            from = to;
        }
        if (lang.rightToLeft()) {
            flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        return flow;
    }
}
