package org.isogloss.ui.bias;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** The place Bias: rank distance, who owns the top 10, and how often the own language is first. */
public final class BiasView implements Pane {
    private static final Words WORDS = Words.of(BiasView.class);
    private static final double FIGURE_HEIGHT = 360;
    private static final double OWNERSHIP_HEIGHT = 296;
    private static final double TABLE_WIDTH = 480;

    private final BiasViewModel model;
    private final BorderPane root = new BorderPane();
    private final ToggleButton overview = new ToggleButton(WORDS.text("bias.overview"));
    private final ToggleButton breakdown = new ToggleButton(WORDS.text("bias.measures"));
    private final ToggleButton questions = new ToggleButton(WORDS.text("bias.microscope"));
    private final BooleanProperty anything = new SimpleBooleanProperty();
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
        empty.withAction(WORDS.text("bias.goToStart"), () -> navigator.open(Place.START));
        root.getStyleClass().add("pane");
        scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        BiasView.class.getResource("/org/isogloss/ui/bias.css"))
                                .toExternalForm());
        Node parts = parts();
        VBox head = new VBox(new StudyBar(WORDS.text("bias"), model.selection()), parts);
        head.getStyleClass().add("pane-head");
        root.setTop(head);
        Node measures = new MeasuresView(model.measures(), tools);
        Node microscope = new MicroscopeView(model.microscope(), tools);
        scroll.visibleProperty().bind(overview.selectedProperty().and(anything));
        measures.visibleProperty().bind(breakdown.selectedProperty().and(anything));
        microscope.visibleProperty().bind(questions.selectedProperty().and(anything));
        parts.visibleProperty().bind(anything);
        empty.visibleProperty().bind(anything.not());
        root.setCenter(new StackPane(scroll, measures, microscope, empty));
        model.shown().addListener((property, before, after) -> show(after));
        model.selection().snapshot().addListener((property, before, after) -> show());
        model.selection().looked().addListener((property, before, after) -> show());
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

    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        overview.setId("bias-overview");
        breakdown.setId("bias-breakdown");
        questions.setId("bias-microscope");
        overview.getStyleClass().add(Styles.LEFT_PILL);
        breakdown.getStyleClass().add(Styles.CENTER_PILL);
        questions.getStyleClass().add(Styles.RIGHT_PILL);
        List.of(overview, breakdown, questions).forEach(part -> part.setToggleGroup(group));
        overview.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            }
                        });
        HBox parts = new HBox(overview, breakdown, questions);
        parts.getStyleClass().add("bias-parts");
        return parts;
    }

    private Node content() {
        Label title = new Label(WORDS.text("bias.howOftenTheOwn"));
        title.getStyleClass().add("figure-title");
        Label caption = new Label(WORDS.text("bias.shareOfQuestionsWhose"));
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
        anything.set(bias.isPresent());
        if (bias.isEmpty()) {
            StudyWords words = StudyWords.of(model.selection());
            empty.say(words.title(), words.sentence());
            ownLanguage.show(List.of());
        } else {
            rankDistance.show(bias.get().rankDistance());
            ownership.show(bias.get().ownership());
            ownLanguage.show(bias.get().ownLanguage());
        }
    }
}
