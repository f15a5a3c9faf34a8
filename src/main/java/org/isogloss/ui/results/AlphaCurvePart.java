package org.isogloss.ui.results;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.isogloss.report.StrategyFigures;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** What the share of monolingual batches does to the scores, and what is gained for what. */
final class AlphaCurvePart implements Part {
    private static final Words WORDS = Words.of(AlphaCurvePart.class);
    static final String WORD = WORDS.text("results.alphaCurve");

    private final FigureView curve;
    private final FigureView front;
    private final CommandTwin twin;
    private final CommandBar command = new CommandBar();
    private final BorderPane figures;
    private final EmptyPlace empty = new EmptyPlace(Feather.TRENDING_UP);
    private final StackPane root;

    AlphaCurvePart(
            StrategyFiguresViewModel model,
            FigureTools tools,
            Navigator navigator,
            CommandTwin twin) {
        this.twin = twin;
        curve = new FigureView(tools);
        front = new FigureView(tools);
        HBox row = new HBox(curve, front);
        row.getStyleClass().add("strategy-figures");
        for (FigureView view : new FigureView[] {curve, front}) {
            view.setPrefWidth(1);
            HBox.setHgrow(view, Priority.ALWAYS);
        }
        figures = new BorderPane(row);
        figures.setBottom(command);
        empty.withAction(WORDS.text("results.goToDesign"), () -> navigator.open(Place.DESIGN));
        root = new StackPane(figures, empty);
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

    private void show(StrategyFigures shown) {
        figures.setVisible(shown.curve());
        empty.setVisible(!shown.curve());
        empty.say(
                WORDS.text("results.fewAlphas"),
                WORDS.text("results.trainHybrids", StrategyFigures.LEAST_SHARES, shown.shares()));
        curve.show(shown.alphaCurve());
        front.show(shown.paretoFront());
        command.show(twin.report());
    }
}
