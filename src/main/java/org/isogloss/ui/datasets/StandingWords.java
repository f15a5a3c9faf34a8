package org.isogloss.ui.datasets;

import javafx.scene.control.Label;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a data set stands, as a word with its icon and colour. */
final class StandingWords {
    private static final Words WORDS = Words.of(StandingWords.class);

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
            case REMEMBERED -> WORDS.text("standing.notLookedAtYet");
            case UNCHANGED -> "unchanged";
            case CHANGED -> WORDS.text("standing.changedSinceItWas");
            case MISSING -> WORDS.text("standing.notWhereItWas");
            case REFUSED -> WORDS.text("standing.cannotBeRead");
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
