package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.corpus.statistics.LanguageStatistics;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.ParallelCoverage;
import org.isogloss.figure.TextLengths;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.words.Words;

/** What a data set consists of: lengths, parallel coverage, repeated texts and scripts. */
final class StatisticsTab extends BorderPane {
    private static final Words WORDS = Words.of(StatisticsTab.class);

    private static final double FIGURE_HEIGHT = 400;

    private final InspectionViewModel model;
    private final FigureView lengths;
    private final FigureView coverage;
    private final ScriptTable scripts = new ScriptTable();
    private final ToggleButton questions = new ToggleButton(WORDS.text("statistics.questions"));
    private final ToggleButton passages = new ToggleButton(WORDS.text("statistics.passages"));

    StatisticsTab(InspectionViewModel model, FigureTools figures) {
        this.model = model;
        lengths = new FigureView(figures);
        coverage = new FigureView(figures);
        getStyleClass().add("statistics");
        ToggleGroup group = new ToggleGroup();
        questions.setToggleGroup(group);
        passages.setToggleGroup(group);
        questions.getStyleClass().add(Styles.LEFT_PILL);
        passages.getStyleClass().add(Styles.RIGHT_PILL);
        questions.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            } else {
                                model.statistics().get().ifPresent(this::showLengths);
                            }
                        });
        Label busy = new Label(WORDS.text("statistics.counting"), new ProgressIndicator());
        busy.getStyleClass().add("counting");
        ScrollPane content = content();
        setCenter(new StackPane(content, busy));
        model.statistics()
                .addListener(
                        (property, before, now) -> {
                            busy.setVisible(now.isEmpty());
                            content.setVisible(now.isPresent());
                            now.ifPresent(this::show);
                        });
        content.setVisible(false);
    }

    private ScrollPane content() {
        HBox choice = new HBox(questions, passages);
        choice.getStyleClass().add("texts-choice");
        VBox left = new VBox(choice, lengths);
        left.setSpacing(8);
        VBox.setVgrow(lengths, Priority.ALWAYS);
        HBox figures = new HBox(left, coverage);
        figures.getStyleClass().add("figure-row");
        figures.setMinHeight(FIGURE_HEIGHT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(coverage, Priority.ALWAYS);
        left.setPrefWidth(1);
        coverage.setPrefWidth(1);
        Label title = new Label(WORDS.text("statistics.repeatedTextsAndScripts"));
        title.getStyleClass().add("figure-title");
        VBox all = new VBox(figures, title, scripts);
        all.getStyleClass().add("statistics-content");
        VBox.setVgrow(figures, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void show(DatasetStatistics statistics) {
        showLengths(statistics);
        coverage.show(
                new ParallelCoverage(name(), statistics.coverage(), ColourScale.Palette.VIRIDIS));
        scripts.show(statistics.languages());
    }

    private void showLengths(DatasetStatistics statistics) {
        boolean asked = questions.isSelected();
        Function<LanguageStatistics, LanguageStatistics.Texts> texts =
                asked ? LanguageStatistics::questions : LanguageStatistics::passages;
        lengths.show(
                new TextLengths(
                        name(),
                        asked ? "questions" : "passages",
                        "characters",
                        statistics.languages().stream()
                                .filter(one -> texts.apply(one).count() > 0)
                                .map(
                                        one ->
                                                new TextLengths.Row(
                                                        one.lang(), texts.apply(one).characters()))
                                .toList()));
    }

    private String name() {
        return model.shown().get().map(one -> one.dataset().name()).orElse("");
    }
}
