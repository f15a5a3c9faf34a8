package org.isogloss.ui.results;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.report.StrategyFigures;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.words.Words;

/** mAP of each question language and strategy, in two settings of search. */
final class LanguagesPart implements Part {
    private static final Words WORDS = Words.of(LanguagesPart.class);
    static final String WORD = WORDS.text("results.languages");

    private final FigureView multilingual;
    private final FigureView monolingual;
    private final VBox root;

    LanguagesPart(StrategyFiguresViewModel model, FigureTools tools) {
        multilingual = new FigureView(tools);
        monolingual = new FigureView(tools);
        root = new VBox(multilingual, monolingual);
        root.getStyleClass().add("strategy-figures");
        for (FigureView view : new FigureView[] {multilingual, monolingual}) {
            view.setPrefHeight(1);
            VBox.setVgrow(view, Priority.ALWAYS);
        }
        model.shown().addListener((property, before, after) -> after.ifPresent(this::show));
        model.shown().get().ifPresent(this::show);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Node view() {
        return root;
    }

    private void show(StrategyFigures figures) {
        multilingual.show(figures.multilingualByLanguage());
        monolingual.show(figures.monolingualByLanguage());
    }
}
