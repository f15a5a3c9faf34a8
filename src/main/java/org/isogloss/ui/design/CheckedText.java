package org.isogloss.ui.design;

import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field whose text is taken only while it is right: what is wrong is said below it, and when it
 * is left it shows again what holds.
 */
final class CheckedText extends VBox {
    private final TextField field = new TextField();
    private final Label flaw = Parts.caption("");
    private String holds = "";
    private boolean following;

    /**
     * @param id of the field
     * @param take takes a text that was typed; answers what is wrong with it, or nothing
     * @param settle told when the field is left
     */
    CheckedText(String id, String words, UnaryOperator<String> take, Runnable settle) {
        field.setId(id);
        field.setAccessibleText(words);
        flaw.getStyleClass().add("flaw");
        flaw.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        say("");
        field.textProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following) {
                                say(take.apply(now.strip()));
                            }
                        });
        field.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            settle.run();
                            if (!now) {
                                follow();
                            }
                        });
        getChildren().addAll(field, flaw);
    }

    /** Shows what holds now, unless somebody types. */
    void show(String text) {
        holds = text;
        if (!field.isFocused()) {
            follow();
        }
    }

    private void follow() {
        following = true;
        field.setText(holds);
        following = false;
        say("");
    }

    private void say(String problem) {
        flaw.setText(problem);
        flaw.setVisible(!problem.isEmpty());
        flaw.setManaged(flaw.isVisible());
    }
}
