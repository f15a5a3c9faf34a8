package org.isogloss.ui.datasets;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.overlap.OverlapKind;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** What one training set and one evaluation set have in common, with examples side by side. */
final class OverlapView extends ScrollPane {
    private static final Words WORDS = Words.of(OverlapView.class);

    private static final double HALF = 50;

    private final VBox content = new VBox();
    private final CommandBar recipe = new CommandBar(WORDS.text("overlap.inTheRecipeOf"));

    OverlapView() {
        setId("overlap");
        setFitToWidth(true);
        content.getStyleClass().add("overlap");
        setContent(content);
    }

    void show(PairOverlap pair) {
        setVvalue(0);
        Label title =
                new Label(
                        pair.training() + " × " + pair.evaluation(),
                        new FontIcon(VerdictWords.icon(pair.verdict().outcome())));
        title.getStyleClass().addAll("overlap-title", VerdictWords.look(pair.verdict().outcome()));
        Label sentence = new Label(Numbers.counts(pair.verdict().sentence()));
        sentence.setId("overlap-sentence");
        sentence.setWrapText(true);
        content.getChildren().setAll(title, sentence);
        if (pair.equalRunningNumbers() > 0) {
            content.getChildren()
                    .add(
                            caption(
                                    WORDS.text(
                                            "overlap.equalIdsLookLike",
                                            Numbers.count(pair.equalRunningNumbers()))));
        }
        if (!pair.overlapping().isEmpty()) {
            content.getChildren().add(leaveOut(pair));
        }
        if (!pair.counts().isEmpty()) {
            content.getChildren().add(counts(pair));
        }
        if (!pair.examples().isEmpty()) {
            content.getChildren().add(examples(pair));
        }
    }

    private Node leaveOut(PairOverlap pair) {
        Label words =
                new Label(
                        WORDS.text(
                                "overlap.ofTrainingItemsHold",
                                Numbers.count(pair.overlapping().size()),
                                Numbers.count(pair.trainingItems())));
        words.setWrapText(true);
        recipe.show("\"excludeOverlap\": true");
        VBox both = new VBox(words, recipe);
        both.getStyleClass().add("leave-out");
        return both;
    }

    /** One line for each kind of finding: all languages, then each. */
    private static Node counts(PairOverlap pair) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        Map<String, StringBuilder> languages = new LinkedHashMap<>();
        for (PairOverlap.Count count : pair.counts()) {
            String what =
                    WORDS.text(
                            "overlap.sLikeATraining",
                            kind(count.kind()),
                            count.side().id(),
                            count.trainingSide().id());
            totals.merge(what, count.texts(), Integer::sum);
            languages
                    .computeIfAbsent(what, key -> new StringBuilder())
                    .append(count.lang())
                    .append(' ')
                    .append(Numbers.count(count.texts()))
                    .append("   ");
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        totals.forEach(
                (what, total) -> {
                    Label by = caption(languages.get(what).toString().strip());
                    grid.addRow(
                            grid.getRowCount(),
                            new Label(what),
                            new Label(Numbers.count(total)),
                            by);
                });
        return grid;
    }

    private static Node examples(PairOverlap pair) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("examples");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(
                0,
                heading(WORDS.text("overlap.inTraining")),
                heading(WORDS.text("overlap.inEvaluation")));
        for (PairOverlap.Example example : pair.examples()) {
            String how =
                    example.similarity() < 1
                            ? WORDS.text(
                                    "overlap.similarity",
                                    kind(example.kind()),
                                    String.format(Locale.ROOT, "%.2f", example.similarity()))
                            : kind(example.kind());
            grid.addRow(
                    grid.getRowCount(),
                    place(example.training(), ""),
                    place(example.evaluation(), how));
        }
        return grid;
    }

    private static Node place(PairOverlap.Place place, String how) {
        String what = place.lang() + " " + place.side().id() + " · " + place.id();
        Label text = new Label(place.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        if (place.lang().rightToLeft()) {
            text.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            text.setMaxWidth(Double.MAX_VALUE);
        }
        HBox head = new HBox(caption(what));
        if (!how.isEmpty()) {
            head.getChildren().add(caption("· " + how));
        }
        head.setSpacing(4);
        VBox both = new VBox(head, text);
        both.getStyleClass().add("example");
        return both;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("set-name");
        return heading;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        return caption;
    }

    private static String kind(OverlapKind kind) {
        return switch (kind) {
            case ID -> WORDS.text("overlap.sameId");
            case EXACT -> WORDS.text("overlap.sameText");
            case NEAR -> WORDS.text("overlap.nearCopy");
            case TITLE -> WORDS.text("overlap.sameArticle");
            case PATTERN -> WORDS.text("overlap.sameSentencePattern");
        };
    }
}
