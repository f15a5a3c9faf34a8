package org.isogloss.ui.datasets;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.KnownCheck;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a data set is: its counts in each language, and what it can be used for. */
final class OverviewTab extends HBox {
    private static final Words WORDS = Words.of(OverviewTab.class);

    private static final double FACTS_WIDTH = 304;
    private static final int SHOWN_HASH = 16;

    private final LanguageCountTable languages;
    private final GridPane facts = new GridPane();
    private final VBox checked = new VBox();

    OverviewTab(ScriptCoverage scripts) {
        languages = new LanguageCountTable(scripts);
        getStyleClass().add("overview");
        facts.getStyleClass().add("facts");
        HBox.setHgrow(languages, Priority.ALWAYS);
        checked.getStyleClass().add("published");
        VBox side = new VBox(facts, checked);
        side.getStyleClass().add("overview-side");
        side.setMinWidth(FACTS_WIDTH);
        side.setPrefWidth(FACTS_WIDTH);
        side.setMaxWidth(FACTS_WIDTH);
        getChildren().addAll(languages, side);
    }

    void show(Inspection inspection) {
        DatasetSummary summary = inspection.summary();
        languages.getItems().setAll(summary.languages());
        facts.getChildren().clear();
        fact(WORDS.text("overview.use"), use(summary));
        fact(WORDS.text("overview.format"), summary.format());
        fact(WORDS.text("overview.languages"), String.valueOf(summary.languages().size()));
        if (summary.questions() > 0) {
            fact(WORDS.text("overview.questions"), Numbers.count(summary.questions()));
            fact(WORDS.text("overview.candidates"), Numbers.count(summary.candidates()));
            fact(WORDS.text("overview.relevantPerQuestion"), relevant(summary.relevant()));
        }
        fact(WORDS.text("overview.trainingItems"), Numbers.count(summary.items()));
        long leftOut = summary.leftOut().stream().mapToLong(entry -> entry.count()).sum();
        fact(
                WORDS.text("overview.leftOutOrNoted"),
                leftOut == 0 ? "nothing" : Numbers.count((double) leftOut));
        compare(inspection.published());
        fact("SHA-256", summary.sha256().substring(0, SHOWN_HASH) + "…");
    }

    /** Says whether a known data set counts what was published of it. */
    private void compare(Optional<KnownCheck> check) {
        checked.getChildren().clear();
        checked.setVisible(check.isPresent());
        check.ifPresent(
                found -> {
                    boolean same = found.agrees();
                    Label sentence =
                            new Label(
                                    Numbers.counts(found.sentence()),
                                    new FontIcon(same ? Feather.CHECK : Feather.ALERT_TRIANGLE));
                    sentence.setId("published");
                    sentence.setWrapText(true);
                    sentence.setMinHeight(USE_PREF_SIZE);
                    sentence.getStyleClass().add(same ? "standing-good" : "standing-warning");
                    checked.getChildren().add(sentence);
                    found.differing().forEach(one -> checked.getChildren().add(differing(one)));
                });
    }

    private static Label differing(KnownCheck.Finding finding) {
        Label words = new Label(Numbers.counts(finding.toString()));
        words.getStyleClass().add("caption");
        return words;
    }

    private void fact(String name, String value) {
        Label what = new Label(name);
        what.getStyleClass().add("caption");
        what.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(value);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Node[] row = {what, words};
        facts.addRow(facts.getRowCount(), row);
    }

    private static String use(DatasetSummary summary) {
        boolean train = summary.items() > 0;
        boolean score = summary.questions() > 0;
        return train && score
                ? WORDS.text("overview.toTrainOnAnd")
                : train ? WORDS.text("overview.toTrainOnNo") : WORDS.text("overview.toScoreOnOnly");
    }

    private static String relevant(DatasetSummary.Spread spread) {
        return spread.min() == spread.max()
                ? String.valueOf(spread.min())
                : WORDS.text(
                        "overview.toOnAverage",
                        spread.min(),
                        spread.max(),
                        String.format(Locale.ROOT, "%.1f", spread.mean()));
    }
}
