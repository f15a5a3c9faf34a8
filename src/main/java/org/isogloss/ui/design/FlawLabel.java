package org.isogloss.ui.design;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with one field of the draft, beside it; gone while nothing is. */
final class FlawLabel extends Label {
    private final DesignViewModel model;
    private final String field;

    FlawLabel(DesignViewModel model, String field) {
        this.model = model;
        this.field = field;
        setId("flaw-" + field);
        getStyleClass().add("flaw");
        setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        model.flaws().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        String sentence = model.flaw(field);
        setText(sentence);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }
}
