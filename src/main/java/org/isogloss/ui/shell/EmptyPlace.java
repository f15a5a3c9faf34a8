package org.isogloss.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in a place that has nothing to show yet: what belongs there and the next step. */
public final class EmptyPlace extends VBox {
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final BooleanProperty offered = new SimpleBooleanProperty(true);
    private final FontIcon icon = new FontIcon();

    public EmptyPlace(Feather feather) {
        getStyleClass().add("empty-place");
        icon.setIconCode(feather);
        title.getStyleClass().add("view-title");
        sentence.getStyleClass().add(Styles.TEXT_MUTED);
        sentence.setWrapText(true);
        getChildren().addAll(icon, title, sentence);
    }

    /** Says what belongs here. */
    public void say(String what, String how) {
        title.setText(what);
        sentence.setText(how);
    }

    /** Offers the one next step. */
    public EmptyPlace withAction(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(e -> action.run());
        button.visibleProperty().bind(offered);
        button.managedProperty().bind(offered);
        getChildren().add(button);
        return this;
    }

    /** Offers the next step or not: while something is being read, there is none yet. */
    public void offer(boolean step) {
        offered.set(step);
    }
}
