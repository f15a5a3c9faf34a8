package org.isogloss.ui.bias;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.figure.LanguageMap;
import org.isogloss.run.GeometryReport;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.words.Shown;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two maps of vectors beside each other, and under them a slider that takes language out. */
final class MapView extends VBox {
    private static final Words WORDS = Words.of(MapView.class);
    private static final double CONTROLS_WIDTH = 380;
    private static final double CURVE_HEIGHT = 272;

    private static final double CURVE_SHARE = .38;

    private final MapViewModel model;
    private final List<FigureView> maps;
    private final HBox row = new HBox();
    private final FigureView curve;
    private final Slider slider = new Slider();
    private final Label level = new Label();
    private final Label sentence = new Label();
    private final Label state = new Label();
    private final Label outside = new Label(WORDS.text("map.notInSample"));
    private final Button measure = new Button();
    private final Button measureFirst = new Button();
    private final Label noMap = new Label(WORDS.text("map.none"));
    private final Label why = new Label();
    private final Node none = none();
    private final ComboBox<String> method;
    private final HBox below = new HBox();

    MapView(MapViewModel model, FigureTools tools) {
        this.model = model;
        maps = List.of(new FigureView(tools), new FigureView(tools));
        curve = new FigureView(tools);
        method = StudyBar.choice(WORDS.text("map.method"), model.methods(), model.method());
        method.setConverter(new Shown<>(MapView::method));
        method.setId("map-method");
        getStyleClass().add("language-map");
        for (FigureView map : maps) {
            map.followClosely();
            map.onKey(model::pick);
            HBox.setHgrow(map, Priority.ALWAYS);
            map.setPrefWidth(1);
            map.setMaxWidth(Double.MAX_VALUE);
        }
        row.getStyleClass().add("figure-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        curve.followClosely();
        curve.setMinHeight(CURVE_HEIGHT);
        curve.prefHeightProperty().bind(heightProperty().multiply(CURVE_SHARE));
        HBox.setHgrow(curve, Priority.ALWAYS);
        below.getChildren().addAll(erasure(), curve);
        below.getStyleClass().add("figure-row");
        getChildren().addAll(head(), row, below);
        InvalidationListener changed = property -> show();
        model.sides().addListener(changed);
        model.method().addListener(changed);
        model.step().addListener(changed);
        model.focus().addListener(changed);
        model.language().addListener(changed);
        model.measuring().addListener(changed);
        model.state().addListener(changed);
        show();
    }

    private Node head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        outside.getStyleClass().add("caption");
        HBox head = new HBox(new ComparedRunsBar(model.runs()), gap, outside);
        head.getStyleClass().add("microscope-sides");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** What stands in place of the maps where there are none. */
    private Node none() {
        noMap.getStyleClass().add("view-title");
        why.setWrapText(true);
        why.textProperty().bind(state.textProperty());
        measureFirst.setId("map-measure-first");
        measureFirst.getStyleClass().add(Styles.ACCENT);
        measureFirst.textProperty().bind(measure.textProperty());
        measureFirst.setOnAction(e -> model.measure());
        VBox box = new VBox(new FontIcon(Feather.MAP), noMap, why, measureFirst);
        box.getStyleClass().add("empty-place");
        box.setAlignment(Pos.CENTER);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private VBox erasure() {
        Label title = new Label(WORDS.text("map.erasure"));
        title.getStyleClass().add("figure-title");
        slider.setId("map-slider");
        slider.setAccessibleText(WORDS.text("map.slider"));
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        slider.setShowTickLabels(true);
        slider.setLabelFormatter(new Shown<>(this::taken));
        slider.valueProperty()
                .addListener(
                        (property, before, now) ->
                                model.step().set((int) Math.round(now.doubleValue())));
        measure.setId("map-measure");
        measure.setOnAction(e -> model.measure());
        level.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        Label caveat = new Label(WORDS.text("map.caveat"));
        for (Label small : List.of(caveat, state)) {
            small.getStyleClass().add("caption");
            small.setWrapText(true);
            small.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox choice = new HBox(method, level);
        choice.getStyleClass().add("microscope-sides");
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(title, choice, slider, sentence, state, measure, caveat);
        box.getStyleClass().add("erasure");
        box.setMinWidth(CONTROLS_WIDTH);
        box.setMaxWidth(CONTROLS_WIDTH);
        choice.visibleProperty().bind(slider.visibleProperty());
        choice.managedProperty().bind(slider.visibleProperty());
        return box;
    }

    private void show() {
        List<LanguageMap> figures = model.maps();
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            FigureView view = maps.get(i);
            MapSide side = model.sides().get().get(i);
            view.show(figures.get(i), figures.get(i).subject());
            view.setMark(new StrategyMark(side.strategy().style()));
            shown.add(view);
        }
        if (shown.isEmpty() && !model.state().get().isEmpty()) {
            shown.add(none);
            visible(noMap, model.lacksErasures());
            visible(measureFirst, model.lacksErasures() || model.measuring().get());
        }
        visible(below, !figures.isEmpty());
        if (!row.getChildren().equals(shown)) {
            row.getChildren().setAll(shown);
        }
        outside.setVisible(!model.mapsTheQuestion());
        List<GeometryReport.Level> steps = model.steps();
        boolean measured = steps.size() > 1;
        visible(slider, measured);
        visible(sentence, !figures.isEmpty());
        visible(state, !model.state().get().isEmpty());
        visible(measure, (!measured && model.lacksErasures()) || model.measuring().get());
        state.setText(model.state().get());
        measure.setText(
                model.measuring().get()
                        ? WORDS.text("map.stop")
                        : WORDS.text(
                                "map.measure",
                                model.runs().found().get().stream()
                                        .mapToInt(found -> found.runs().size())
                                        .sum()));
        sentence.setText(String.join("\n", model.sentences()));
        if (measured) {
            slider.setMax(steps.size() - 1);
            slider.setLabelFormatter(new Shown<>(this::taken));
            slider.setValue(Math.min(model.step().get(), steps.size() - 1));
            level.setText(words(steps.get((int) slider.getValue())));
        }
        curve.setVisible(model.curve().isPresent());
        model.curve().ifPresent(curve::show);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static String words(GeometryReport.Level level) {
        if (level.erasure().equals(GeometryReport.NONE)) {
            return WORDS.text("map.nothingTaken");
        }
        return level.directions() == 0
                ? WORDS.text("map.centred")
                : WORDS.text("map.directionsTaken", level.directions());
    }

    private static String method(String erasure) {
        return switch (erasure) {
            case "centring" -> WORDS.text("map.centring");
            case "shared-directions" -> WORDS.text("map.shared");
            case "own-components" -> WORDS.text("map.own");
            default -> erasure;
        };
    }

    /** How much is taken out at a place of the slider. */
    private String taken(double place) {
        List<GeometryReport.Level> steps = model.steps();
        int step = (int) Math.round(place);
        return step < steps.size() ? Integer.toString((int) MapSide.taken(steps.get(step))) : "";
    }
}
