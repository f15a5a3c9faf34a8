package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/** A button for each strategy: pressed, its heatmaps are shown. Hidden where all have room. */
final class StrategyChips extends FlowPane {
    private static final Words WORDS = Words.of(StrategyChips.class);
    private static final int ROOM = 3;

    private final ResultsViewModel model;

    StrategyChips(ResultsViewModel model) {
        this.model = model;
        getStyleClass().add("strategy-chips");
        setId("strategy-chips");
        model.strategies().addListener((InvalidationListener) changed -> rebuild());
        rebuild();
    }

    private void rebuild() {
        List<Node> chips = new ArrayList<>();
        Label label = new Label(WORDS.text("chips.heatmapsOf"));
        label.getStyleClass().add("caption");
        chips.add(label);
        for (StrategyScores one : model.looks()) {
            ToggleButton chip = new ToggleButton(one.name(), new StrategyMark(one.style()));
            chip.setSelected(model.chosen().contains(one.name()));
            chip.getStyleClass().add("small");
            chip.setOnAction(e -> choose(one.name(), chip.isSelected()));
            chips.add(chip);
        }
        boolean needed = model.strategies().size() > ROOM;
        setVisible(needed);
        setManaged(needed);
        getChildren().setAll(chips);
    }

    private void choose(String strategy, boolean shown) {
        if (shown) {
            model.chosen().add(strategy);
        } else {
            model.chosen().remove(strategy);
        }
    }
}
