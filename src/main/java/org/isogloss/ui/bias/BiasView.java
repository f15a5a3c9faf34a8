package org.isogloss.ui.bias;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.Lang;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.study.StudyWords;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Bias: rank distance, who owns the top 10, and how often the own language is first. */
public final class BiasView implements Pane {
    private static final Words WORDS = Words.of(BiasView.class);
    private static final double FIGURE_HEIGHT = 360;
    private static final double OWNERSHIP_HEIGHT = 296;
    private static final double TABLE_WIDTH = 480;

    private final BiasViewModel model;
    private final CommandTwin twin;
    private final CommandBar command = new CommandBar();
    private final BorderPane root = new BorderPane();
    private final ToggleButton overview = new ToggleButton(WORDS.text("bias.overview"));
    private final ToggleButton breakdown = new ToggleButton(WORDS.text("bias.measures"));
    private final ToggleButton questions = new ToggleButton(WORDS.text("bias.microscope"));
    private final ToggleButton shift = new ToggleButton(WORDS.text("bias.shift"));
    private final ToggleButton map = new ToggleButton(WORDS.text("bias.map"));
    private final Button standsOut = new Button();
    private final BooleanProperty anything = new SimpleBooleanProperty();
    private final FigureView rankDistance;
    private final FigureView ownership;
    private final OwnLanguageTable ownLanguage;
    private final EmptyPlace empty;
    private final ScrollPane scroll;

    public BiasView(
            BiasViewModel model, FigureTools tools, ScriptCoverage scripts, Navigator navigator) {
        this.model = model;
        twin = new CommandTwin(model);
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
        rankDistance.onKey(model::pick);
        ownership.onKey(model::pick);
        ownLanguage.onLanguage(lang -> model.language().set(Optional.of(lang)));
        scroll.visibleProperty().bind(overview.selectedProperty().and(anything));
        parts.visibleProperty().bind(anything);
        empty.visibleProperty().bind(anything.not());
        StackPane center = new StackPane(scroll, empty);
        root.setCenter(center);
        onceChosen(breakdown, center, () -> measures(tools));
        onceChosen(
                questions,
                center,
                () -> ofQuestions(new MicroscopeView(model.microscope(), tools)));
        onceChosen(shift, center, () -> ofQuestions(new ShiftView(model.runs(), tools)));
        onceChosen(map, center, () -> ofQuestions(new MapView(model.map(), tools)));
        command.setId("bias-command");
        root.setBottom(command);
        model.runs().found().addListener((property, before, after) -> tell());
        model.microscope().focus().addListener((property, before, after) -> tell());
        model.language().addListener((property, none, chosen) -> choose(chosen));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::clear);
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

    /** Shows a part while its button is pressed; it is made when that first happens. */
    private void onceChosen(ToggleButton button, StackPane center, Supplier<Node> part) {
        ChangeListener<Boolean> first =
                new ChangeListener<>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends Boolean> pressed, Boolean was, Boolean is) {
                        pressed.removeListener(this);
                        Node made = part.get();
                        made.visibleProperty().bind(button.selectedProperty().and(anything));
                        center.getChildren().add(made);
                    }
                };
        button.selectedProperty().addListener(first);
    }

    private Node measures(FigureTools tools) {
        model.measures().look();
        return new MeasuresView(model.measures(), tools);
    }

    private Node ofQuestions(Node part) {
        model.runs().look();
        return part;
    }

    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        overview.setId("bias-overview");
        breakdown.setId("bias-breakdown");
        questions.setId("bias-microscope");
        shift.setId("bias-shift");
        map.setId("bias-map");
        List<ToggleButton> all = List.of(overview, breakdown, shift, questions, map);
        overview.getStyleClass().add(Styles.LEFT_PILL);
        all.subList(1, all.size() - 1)
                .forEach(part -> part.getStyleClass().add(Styles.CENTER_PILL));
        map.getStyleClass().add(Styles.RIGHT_PILL);
        all.forEach(part -> part.setToggleGroup(group));
        overview.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            } else {
                                tell();
                            }
                        });
        standsOut.setId("bias-language");
        standsOut.setGraphic(new FontIcon(Feather.X));
        standsOut.setContentDisplay(ContentDisplay.RIGHT);
        standsOut.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        standsOut.setAccessibleText(WORDS.text("bias.noLanguage"));
        standsOut.setTooltip(new Tooltip(WORDS.text("bias.noLanguage")));
        standsOut.setOnAction(e -> model.language().set(Optional.empty()));
        standsOut.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox parts = new HBox();
        parts.getChildren().addAll(all);
        parts.getChildren().addAll(gap, standsOut);
        parts.getStyleClass().add("bias-parts");
        return parts;
    }

    /** The command is that of the part looked at. */
    private void tell() {
        if (shift.isSelected()) {
            command.show(twin.shift());
        } else if (questions.isSelected()) {
            command.show(twin.question());
        } else if (map.isSelected()) {
            command.show(twin.erasures());
        } else {
            command.show(twin.measures());
        }
    }

    private void choose(Optional<Lang> chosen) {
        standsOut.setVisible(chosen.isPresent());
        chosen.ifPresent(
                lang -> {
                    standsOut.setText(lang.tag() + " " + lang.englishName());
                    if (!root.isFocusWithin()) {
                        root.requestFocus(); // so that Escape is heard here
                    }
                });
        show();
    }

    private void clear(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && model.language().get().isPresent()) {
            model.language().set(Optional.empty());
            key.consume();
        }
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
            empty.offer(model.selection().looked().get());
            ownLanguage.show(List.of());
        } else {
            Optional<Lang> chosen = model.language().get();
            rankDistance.show(bias.get().rankDistance().choosing(chosen));
            ownership.show(bias.get().ownership().choosing(chosen));
            ownLanguage.show(bias.get().ownLanguage());
            ownLanguage.choose(chosen);
        }
        tell();
    }
}
