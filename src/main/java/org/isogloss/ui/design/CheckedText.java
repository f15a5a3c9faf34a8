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
    private boolean taking;

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
                                taking = true;
                                say(take.apply(now.strip()));
                                taking = false;
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
        getStyleClass().add("checked-text");
        getChildren().addAll(field, flaw);
    }

    /** Tells those who do not see the form what the field is for. */
    void explain(String help) {
        field.setAccessibleHelp(help);
    }

    /** Shows what holds now, unless that is what somebody types, or nothing new. */
    void show(String text) {
        boolean another = !text.equals(holds);
        holds = text;
        if (!taking && (another || !field.isFocused())) {
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
