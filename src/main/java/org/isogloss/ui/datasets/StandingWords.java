package org.isogloss.ui.datasets;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a data set stands, as a word with its icon and colour. */
final class StandingWords {
    private StandingWords() {}

    static void show(Label label, SetItem item) {
        Standing standing = item.standing();
        label.setText(words(standing));
        label.setGraphic(new FontIcon(icon(standing)));
        label.getStyleClass().removeIf(name -> name.startsWith("standing-"));
        label.getStyleClass().add("standing-" + look(standing));
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case READING -> "reading";
            case REMEMBERED -> "not looked at yet";
            case UNCHANGED -> "unchanged";
            case CHANGED -> "changed since it was added";
            case MISSING -> "not where it was";
            case REFUSED -> "cannot be read";
            case STOPPED -> "stopped";
        };
    }

    private static Feather icon(Standing standing) {
        return switch (standing) {
            case READING -> Feather.LOADER;
            case REMEMBERED -> Feather.CIRCLE;
            case UNCHANGED -> Feather.CHECK;
            case CHANGED -> Feather.EDIT_3;
            case MISSING -> Feather.HELP_CIRCLE;
            case REFUSED -> Feather.ALERT_TRIANGLE;
            case STOPPED -> Feather.SLASH;
        };
    }

    private static String look(Standing standing) {
        return switch (standing) {
            case READING -> "busy";
            case UNCHANGED -> "good";
            case CHANGED, MISSING -> "warning";
            case REFUSED -> "bad";
            case REMEMBERED, STOPPED -> "still";
        };
    }
}
