package org.isogloss.ui.command;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The command that does the same in a terminal, to be copied. */
public final class CommandBar extends HBox {
    private static final Words WORDS = Words.of(CommandBar.class);

    private final Label command = new Label();

    /** A command for a terminal. */
    public CommandBar() {
        this(WORDS.text("commandBar.inATerminal"));
    }

    /**
     * @param where the words belong
     */
    public CommandBar(String where) {
        getStyleClass().add("command-bar");
        Label words = new Label(where);
        words.getStyleClass().add("caption");
        words.setMinWidth(USE_PREF_SIZE);
        command.getStyleClass().add("command");
        command.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        command.setMaxWidth(Double.MAX_VALUE);
        command.setMinWidth(0);
        HBox.setHgrow(command, Priority.ALWAYS);
        Button copy = new Button("", new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        copy.setTooltip(new Tooltip(WORDS.text("commandBar.copyIt")));
        copy.setAccessibleText(WORDS.text("commandBar.copyIt"));
        copy.setOnAction(e -> copy());
        getChildren().addAll(words, command, copy);
    }

    public void show(String line) {
        command.setText(line);
        command.setTooltip(new Tooltip(line));
        setVisible(!line.isEmpty());
        setManaged(!line.isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(command.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
