package org.isogloss.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.base.BadInputException;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what went wrong, above the status strip, until it is closed. */
final class MessageStrip extends VBox {
    private static final Words WORDS = Words.of(MessageStrip.class);

    private static final double DETAILS_HEIGHT = 160;

    private final Label sentence = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    private final ToggleButton more = new ToggleButton(WORDS.text("messageStrip.details"));
    private final TextArea details = new TextArea();

    MessageStrip() {
        getStyleClass().add("message-strip");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button copy = new Button(WORDS.text("messageStrip.copy"), new FontIcon(Feather.COPY));
        copy.getStyleClass().add("flat");
        copy.setOnAction(e -> copy());
        more.getStyleClass().add("flat");
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(WORDS.text("messageStrip.closeTheMessage"));
        close.setOnAction(e -> setShown(false));
        details.setEditable(false);
        details.setPrefHeight(DETAILS_HEIGHT);
        details.visibleProperty().bind(more.selectedProperty());
        details.managedProperty().bind(more.selectedProperty());
        HBox line = new HBox(sentence, more, copy, close);
        line.getStyleClass().add("line");
        getChildren().addAll(line, details);
        setShown(false);
    }

    void warn(String text) {
        show(text, "");
    }

    void report(Throwable error) {
        boolean plain = error instanceof BadInputException;
        String text =
                plain || error.getMessage() == null
                        ? String.valueOf(error.getMessage())
                        : error.getMessage();
        show(
                text.equals("null") ? WORDS.text("messageStrip.somethingUnforeseen", error) : text,
                plain ? "" : trace(error));
    }

    private void show(String text, String trace) {
        sentence.setText(text);
        details.setText(trace);
        more.setSelected(false);
        more.setVisible(!trace.isEmpty());
        more.setManaged(!trace.isEmpty());
        setShown(true);
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString((sentence.getText() + "\n" + details.getText()).strip());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
