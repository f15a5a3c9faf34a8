package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts of the form. */
final class Parts {
    private Parts() {}

    /** A wrapped caption. */
    static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A group's name with something at its right end. */
    static HBox heading(String words, Node... right) {
        Label title = new Label(words);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(title, gap());
        heading.getStyleClass().add("heading");
        heading.getChildren().addAll(right);
        return heading;
    }

    /** What takes the room that is left. */
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** A button of an icon alone. */
    static Button icon(Feather icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A button that copies a text. */
    static Button copying(String words, Supplier<String> text) {
        return icon(
                Feather.COPY,
                words,
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text.get());
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    /** A field under its name. */
    static VBox named(String words, Node field) {
        Label name = caption(words);
        name.setLabelFor(field);
        field.setAccessibleText(words);
        VBox both = new VBox(name, field);
        both.getStyleClass().add("named-field");
        return both;
    }

    /** A group of the form. */
    static VBox group(Node... nodes) {
        VBox group = new VBox(nodes);
        group.getStyleClass().add("group");
        return group;
    }
}
