package org.isogloss.ui.tour;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The step of the tour one is at, below the place it speaks of; that place stays in use. */
public final class TourBar extends HBox {
    private static final Words WORDS = Words.of(TourBar.class);

    private final Consumer<TourStep> go;
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button(WORDS.text("tour.back"));
    private final Button next = new Button();
    private TourStep step = TourStep.QUESTION;

    /**
     * @param go brings into view what a step speaks of
     * @param end puts the tour away
     */
    public TourBar(Consumer<TourStep> go, Runnable end) {
        this.go = go;
        setId("tour");
        getStyleClass().add("tour");
        getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        TourBar.class.getResource("/org/isogloss/ui/tour.css"))
                                .toExternalForm());
        setAccessibleRole(AccessibleRole.PARENT);
        count.getStyleClass().add("tour-count");
        title.getStyleClass().add("tour-title");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(count, title);
        head.getStyleClass().add("tour-head");
        VBox words = new VBox(head, text);
        words.getStyleClass().add("tour-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        back.setId("tour-back");
        back.setOnAction(e -> show(step.moved(-1)));
        next.setId("tour-next");
        next.getStyleClass().add(Styles.BUTTON_OUTLINED);
        next.setOnAction(
                e -> {
                    if (step.last()) {
                        end.run();
                    } else {
                        show(step.moved(1));
                    }
                });
        Button close = new Button("", new FontIcon(Feather.X));
        close.setId("tour-close");
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.setAccessibleText(WORDS.text("tour.close"));
        close.setTooltip(new Tooltip(WORDS.text("tour.close")));
        close.setOnAction(e -> end.run());
        for (Button button : new Button[] {back, next}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(words, back, next, close);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        end.run();
                        e.consume();
                    }
                });
    }

    /** Begins at the first step. */
    public void begin() {
        show(TourStep.QUESTION);
    }

    private void show(TourStep now) {
        step = now;
        count.setText(WORDS.text("tour.count", now.number(), TourStep.count()));
        title.setText(WORDS.text(now.title()));
        text.setText(WORDS.text(now.text()));
        setAccessibleText(title.getText() + ". " + text.getText());
        back.setDisable(now.first());
        next.setText(now.last() ? WORDS.text("tour.end") : WORDS.text("tour.next"));
        go.accept(now);
        next.requestFocus();
    }
}
