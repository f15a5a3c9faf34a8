package org.isogloss.ui.datasets;

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

/** One question and its answer in full, written from the side their languages are written from. */
final class RowPreview extends ScrollPane {
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
            Label hint = new Label("Select a row to read its question and passage in full.");
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
                        caption("Passage in " + lang(answer.lang()) + id(answer)),
                        text(answer.text(), answer.lang(), "passage"));
        if (!answer.context().isEmpty()) {
            content.getChildren()
                    .addAll(
                            caption("The paragraph it stands in"),
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
        if (lang.rightToLeft()) {
            return fromTheRight(words, style);
        }
        Label text = new Label(words);
        text.getStyleClass().add(style);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        return text;
    }

    /**
     * Word by word: where the toolkit breaks a longer run of such text, its lines come out too
     * long.
     */
    private static Node fromTheRight(String words, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        for (String word : words.split("(?<=\\s)(?=\\S)", -1)) {
            Text text = new Text(word);
            text.getStyleClass().add("word");
            flow.getChildren().add(text);
        }
        flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return flow;
    }
}
