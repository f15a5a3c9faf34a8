package org.isogloss.ui.bias;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.study.StudyWords;
import org.kordamp.ikonli.feather.Feather;

/** The place Bias: rank distance, who owns the top 10, and how often the own language is first. */
public final class BiasView implements Pane {
    private static final double FIGURE_HEIGHT = 360;
    private static final double OWNERSHIP_HEIGHT = 296;
    private static final double TABLE_WIDTH = 480;

    private final BiasViewModel model;
    private final BorderPane root = new BorderPane();
    private final FigureView rankDistance;
    private final FigureView ownership;
    private final OwnLanguageTable ownLanguage;
    private final EmptyPlace empty;
    private final ScrollPane scroll;

    public BiasView(
            BiasViewModel model, FigureTools tools, ScriptCoverage scripts, Navigator navigator) {
        this.model = model;
        rankDistance = new FigureView(tools);
        ownership = new FigureView(tools);
        ownLanguage = new OwnLanguageTable(scripts);
        empty = new EmptyPlace(Feather.BAR_CHART_2);
        empty.withAction("Go to Start", () -> navigator.open(Place.START));
        root.getStyleClass().add("pane");
        scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root.setTop(new StudyBar("Bias", model.selection()));
        root.setCenter(new StackPane(scroll, empty));
        model.shown().addListener((property, before, after) -> show(after));
        model.selection().snapshot().addListener((property, before, after) -> show());
        show();
    }

    @Override
    public Place place() {
        return Place.BIAS;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.selection().start();
    }

    @Override
    public void hidden() {
        model.selection().stop();
    }

    private Node content() {
        Label title = new Label("How often the own language comes first");
        title.getStyleClass().add("figure-title");
        Label caption = new Label("share of questions whose best candidate is in their language");
        caption.getStyleClass().add("figure-subtitle");
        VBox table = new VBox(new VBox(title, caption), ownLanguage);
        table.getStyleClass().add("section");
        table.setPrefWidth(TABLE_WIDTH);
        table.setMinWidth(TABLE_WIDTH);
        VBox.setVgrow(ownLanguage, Priority.ALWAYS);
        HBox.setHgrow(rankDistance, Priority.ALWAYS);
        rankDistance.setPrefSize(1, FIGURE_HEIGHT);
        ownership.setPrefHeight(OWNERSHIP_HEIGHT);
        HBox top = new HBox(rankDistance, table);
        top.getStyleClass().add("figure-row");
        top.setMinHeight(FIGURE_HEIGHT);
        VBox content = new VBox(top, ownership);
        content.getStyleClass().add("sections");
        VBox.setVgrow(top, Priority.SOMETIMES);
        VBox.setVgrow(ownership, Priority.ALWAYS);
        return content;
    }

    private void show() {
        show(model.shown().get());
    }

    private void show(Optional<BiasViewModel.Bias> bias) {
        empty.setVisible(bias.isEmpty());
        scroll.setVisible(bias.isPresent());
        if (bias.isEmpty()) {
            StudyWords words = StudyWords.of(model.selection().snapshot().get());
            empty.say(words.title(), words.sentence());
            ownLanguage.show(List.of());
        } else {
            rankDistance.show(bias.get().rankDistance());
            ownership.show(bias.get().ownership());
            ownLanguage.show(bias.get().ownLanguage());
        }
    }
}
