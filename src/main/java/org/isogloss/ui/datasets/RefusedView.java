package org.isogloss.ui.datasets;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a data set cannot be read, where, and what to do; with the line itself on request. */
final class RefusedView extends ScrollPane {
    private static final Words WORDS = Words.of(RefusedView.class);

    private static final String KNOWN = "; known are ";

    private final Label sentence = new Label();
    private final VBox known = new VBox();
    private final Label place = new Label();
    private final Button open =
            new Button(WORDS.text("refused.showTheLine"), new FontIcon(Feather.FILE_TEXT));
    private final ExcerptView excerpt = new ExcerptView();

    RefusedView(DatasetsViewModel model) {
        setFitToWidth(true);
        setId("refused");
        Label title =
                new Label(WORDS.text("refused.notRead"), new FontIcon(Feather.ALERT_TRIANGLE));
        title.getStyleClass().add("refused-title");
        sentence.setId("refused-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        place.setId("refused-place");
        place.getStyleClass().add("caption");
        place.setWrapText(true);
        open.setId("show-line");
        open.setOnAction(e -> model.openRefusedLine());
        open.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox where = new HBox(place, open);
        where.getStyleClass().add("refused-place");
        known.getStyleClass().add("known-formats");
        VBox box = new VBox(title, sentence, where, known);
        box.getStyleClass().add("refused-box");
        VBox content = new VBox(box, excerpt);
        content.getStyleClass().add("refused");
        setContent(content);
        model.refusedLine()
                .addListener(
                        (property, before, now) -> {
                            now.ifPresent(excerpt::show);
                            excerpt.setVisible(now.isPresent());
                        });
        excerpt.setVisible(false);
    }

    void show(Problem problem) {
        String words = problem.sentence();
        int cut = words.indexOf(KNOWN);
        sentence.setText(capital(cut < 0 ? words : words.substring(0, cut)) + (cut < 0 ? "" : "."));
        known.getChildren().clear();
        known.setManaged(cut >= 0);
        if (cut >= 0) {
            known.getChildren().add(caption(WORDS.text("refused.knownFormatsAre")));
            for (String format : words.substring(cut + KNOWN.length()).split("; ", -1)) {
                known.getChildren().add(caption(format));
            }
        }
        place.setText(problem.place());
        open.setVisible(problem.line() > 0);
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        return caption;
    }
}
