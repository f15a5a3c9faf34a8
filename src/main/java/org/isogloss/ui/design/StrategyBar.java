package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The strategies side by side: a tick takes one into the study, a click shows its batches; beneath
 * stand what it means and, where it has a parameter, a slider and the values of the study.
 */
final class StrategyBar extends VBox {
    private static final Words WORDS = Words.of(StrategyBar.class);
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
    private static final List<Double> USUAL = List.of(.5, .25, .75, .1, .9, 0., 1.);

    private final DesignViewModel model;
    private final HBox segments = new HBox();
    private final Label meaning = Parts.caption("");
    private final HBox tuning = new HBox();
    private final FlowPane rows = new FlowPane();
    private final List<ParameterSlider> sliders = new ArrayList<>();
    private final Map<StrategyChoice, ToggleButton> chips = new HashMap<>();
    private final Button remove;
    private final Button add = new Button();
    private String tuned = "";

    StrategyBar(DesignViewModel model) {
        this.model = model;
        getStyleClass().add("strategy-bar");
        setMinHeight(USE_PREF_SIZE);
        segments.getStyleClass().add("segments");
        tuning.getStyleClass().add("tuning");
        rows.getStyleClass().add("strategy-rows");
        rows.setMinWidth(0);
        HBox.setHgrow(rows, Priority.ALWAYS);
        remove = Parts.icon(Feather.X, "", () -> model.remove(model.strategy().get()));
        add.setText(WORDS.text("strategyBar.addValue"));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setId("add-value");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(e -> addValue());
        Label name = new Label(WORDS.text("strategyBar.strategy"));
        name.getStyleClass().add("section-title");
        name.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(name, segments);
        first.getStyleClass().add("strategy-line");
        getChildren()
                .addAll(
                        first,
                        meaning,
                        tuning,
                        new MeanRows(model),
                        new FlawLabel(model, DraftFlaw.STRATEGIES));
        model.draft().addListener((property, before, now) -> show());
        model.strategy().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        StrategyChoice seen = model.strategy().get();
        showSegments(seen);
        BatchStrategy strategy = BatchStrategies.byId(seen.id());
        meaning.setText(strategy.meaning());
        if (!tuned.equals(seen.id())) {
            tuned = seen.id();
            sliders.clear();
            strategy.settings()
                    .forEach(setting -> sliders.add(new ParameterSlider(model, setting)));
            tuning.getChildren().setAll(sliders);
            tuning.setVisible(!sliders.isEmpty());
            tuning.setManaged(!sliders.isEmpty());
            if (!sliders.isEmpty()) {
                tuning.getChildren().add(rows);
            }
        }
        sliders.forEach(slider -> slider.show(seen));
        if (!sliders.isEmpty()) {
            showRows(strategy, seen);
        }
    }

    private void showSegments(StrategyChoice seen) {
        if (segments.getChildren().isEmpty()) {
            BatchStrategies.all().forEach(one -> segments.getChildren().add(new Segment(one)));
        }
        for (Node node : segments.getChildren()) {
            ((Segment) node).show(seen);
        }
    }

    /** Chips stay the same nodes while their values are in the study, so that focus stays. */
    private void showRows(BatchStrategy strategy, StrategyChoice seen) {
        List<StrategyChoice> choices = model.draft().get().choices(strategy.id());
        chips.keySet().retainAll(choices);
        List<Node> shown = new ArrayList<>();
        for (StrategyChoice choice : choices) {
            ToggleButton chip = chips.computeIfAbsent(choice, this::chip);
            chip.setSelected(choice.equals(seen));
            shown.add(chip);
        }
        if (choices.size() > 1 && choices.contains(seen)) {
            String words = WORDS.text("strategyBar.remove", StrategyScores.style(seen).name());
            remove.setAccessibleText(words);
            remove.getTooltip().setText(words);
            shown.add(remove);
        } else if (remove.isFocused()) {
            add.requestFocus();
        }
        shown.add(add);
        rows.getChildren().setAll(shown);
    }

    private ToggleButton chip(StrategyChoice choice) {
        StrategyStyle style = StrategyScores.style(choice);
        String words = style.name().replaceFirst(".*α ", "");
        ToggleButton chip = new ToggleButton(words, new StrategyMark(style));
        chip.getStyleClass().addAll("chip", Styles.SMALL);
        chip.setAccessibleText(style.name());
        chip.setOnAction(
                e -> {
                    chip.setSelected(true);
                    model.see(choice);
                });
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private void addValue() {
        StrategyChoice seen = model.strategy().get();
        BatchStrategy strategy = BatchStrategies.byId(seen.id());
        model.add(another(strategy, seen, model.draft().get().choices(seen.id())));
    }

    /**
     * The value that is seen if it is not in the study yet, else the first usual one that is not.
     */
    private static StrategyChoice another(
            BatchStrategy strategy, StrategyChoice seen, List<StrategyChoice> choices) {
        if (!choices.contains(seen)) {
            return seen;
        }
        Setting setting = strategy.settings().get(0);
        Map<String, Double> parameters = new TreeMap<>(seen.parameters());
        for (double value : USUAL) {
            parameters.put(setting.id(), value);
            StrategyChoice other = new StrategyChoice(strategy.id(), parameters);
            if (!choices.contains(other)) {
                return other;
            }
        }
        return seen;
    }

    /** One strategy. */
    private final class Segment extends HBox {
        private final BatchStrategy strategy;
        private final CheckBox tick = new CheckBox();
        private final Button name;

        Segment(BatchStrategy strategy) {
            this.strategy = strategy;
            getStyleClass().add("strategy-segment");
            setAlignment(Pos.CENTER_LEFT);
            StrategyStyle style = StrategyScores.style(StrategyChoice.of(strategy.id()));
            name = new Button(strategy.name(), new StrategyMark(style));
            name.setId("see-" + strategy.id());
            name.getStyleClass().add(Styles.FLAT);
            name.setMinWidth(USE_PREF_SIZE);
            name.setOnAction(e -> model.see(strategy.id()));
            tick.setId("tick-" + strategy.id());
            tick.setAccessibleText(WORDS.text("strategyBar.inTheStudy", strategy.name()));
            tick.setOnAction(
                    e -> {
                        model.tick(strategy.id(), tick.isSelected());
                        model.see(strategy.id());
                    });
            getChildren().addAll(tick, name);
        }

        void show(StrategyChoice seen) {
            tick.setSelected(!model.draft().get().choices(strategy.id()).isEmpty());
            pseudoClassStateChanged(SEEN, seen.id().equals(strategy.id()));
        }
    }
}
