package org.isogloss.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.isogloss.ui.shell.RunNotices.Notice;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says what became of runs, above the status strip, with a way there, until it is closed or
 * somebody is there.
 */
final class NoticeStrip extends HBox {
    private static final Words WORDS = Words.of(NoticeStrip.class);

    private final Navigator navigator;
    private final FontIcon icon = new FontIcon();
    private final Label sentence = new Label("", icon);
    private final Button go = new Button();
    private Optional<Place> leadsTo = Optional.empty();

    NoticeStrip(Navigator navigator) {
        this.navigator = navigator;
        setId("notice");
        getStyleClass().add("notice-strip");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        go.setId("notice-go");
        go.getStyleClass().add(Styles.SMALL);
        go.setMinWidth(USE_PREF_SIZE);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.setAccessibleText(WORDS.text("messageStrip.closeTheMessage"));
        close.setOnAction(e -> setShown(false));
        getChildren().addAll(sentence, go, close);
        setShown(false);
    }

    /** Shows a notice in place of the one before. */
    void show(Notice notice) {
        icon.setIconCode(notice.trouble() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
        getStyleClass().remove("trouble");
        if (notice.trouble()) {
            getStyleClass().add("trouble");
        }
        sentence.setText(notice.sentence());
        go.setText(
                WORDS.text(notice.place() == Place.RUNS ? "notice.seeRuns" : "notice.seeResults"));
        go.setOnAction(e -> navigator.open(notice.place()));
        leadsTo = Optional.of(notice.place());
        setShown(true);
    }

    /** Takes the notice away if it led to the place that has been opened. */
    void opened(Place place) {
        if (leadsTo.equals(Optional.of(place))) {
            setShown(false);
        }
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
