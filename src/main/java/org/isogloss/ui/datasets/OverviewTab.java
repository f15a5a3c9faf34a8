package org.isogloss.ui.datasets;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.shell.ScriptCoverage;

/** What a data set is: its counts in each language, and what it can be used for. */
final class OverviewTab extends HBox {
    private static final double FACTS_WIDTH = 304;
    private static final int SHOWN_HASH = 16;

    private final LanguageCountTable languages;
    private final GridPane facts = new GridPane();

    OverviewTab(ScriptCoverage scripts) {
        languages = new LanguageCountTable(scripts);
        getStyleClass().add("overview");
        facts.getStyleClass().add("facts");
        HBox.setHgrow(languages, Priority.ALWAYS);
        VBox side = new VBox(facts);
        side.setMinWidth(FACTS_WIDTH);
        side.setPrefWidth(FACTS_WIDTH);
        side.setMaxWidth(FACTS_WIDTH);
        getChildren().addAll(languages, side);
    }

    void show(Inspection inspection) {
        DatasetSummary summary = inspection.summary();
        languages.getItems().setAll(summary.languages());
        facts.getChildren().clear();
        fact("Use", use(summary));
        fact("Format", summary.format());
        fact("Languages", String.valueOf(summary.languages().size()));
        if (summary.questions() > 0) {
            fact("Questions", Numbers.count(summary.questions()));
            fact("Candidates", Numbers.count(summary.candidates()));
            fact("Relevant per question", relevant(summary.relevant()));
        }
        fact("Training items", Numbers.count(summary.items()));
        long leftOut = summary.leftOut().stream().mapToLong(entry -> entry.count()).sum();
        fact("Left out or noted", leftOut == 0 ? "nothing" : Numbers.count((double) leftOut));
        fact("SHA-256", summary.sha256().substring(0, SHOWN_HASH) + "…");
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
                ? "to train on and to score on"
                : train ? "to train on; no judgments to score on" : "to score on only";
    }

    private static String relevant(DatasetSummary.Spread spread) {
        return spread.min() == spread.max()
                ? String.valueOf(spread.min())
                : String.format(
                        Locale.ROOT,
                        "%d to %d, %.1f on average",
                        spread.min(),
                        spread.max(),
                        spread.mean());
    }
}
