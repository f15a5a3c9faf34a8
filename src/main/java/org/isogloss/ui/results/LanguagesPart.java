package org.isogloss.ui.results;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.report.StrategyFigures;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.words.Words;

/** mAP of each question language and strategy, in two settings of search. */
final class LanguagesPart implements Part {
    private static final Words WORDS = Words.of(LanguagesPart.class);
    static final String WORD = WORDS.text("results.languages");

    private final FigureView multilingual;
    private final FigureView monolingual;
    private final CommandTwin twin;
    private final CommandBar command = new CommandBar();
    private final BorderPane root;

    LanguagesPart(StrategyFiguresViewModel model, FigureTools tools, CommandTwin twin) {
        this.twin = twin;
        multilingual = new FigureView(tools);
        monolingual = new FigureView(tools);
        VBox figures = new VBox(multilingual, monolingual);
        figures.getStyleClass().add("strategy-figures");
        for (FigureView view : new FigureView[] {multilingual, monolingual}) {
            view.setPrefHeight(1);
            VBox.setVgrow(view, Priority.ALWAYS);
        }
        root = new BorderPane(figures);
        root.setBottom(command);
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
        command.show(twin.report());
    }
}
