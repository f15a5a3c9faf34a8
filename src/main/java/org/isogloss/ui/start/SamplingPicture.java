package org.isogloss.ui.start;

import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/**
 * Which language pairs a strategy trains on, as a small matrix: the stronger a cell's colour, the
 * more often its pair is drawn. It stands where the strategy's heatmap will be.
 */
final class SamplingPicture extends Pane {
    private static final Words WORDS = Words.of(SamplingPicture.class);

    private static final double GAP = 2;
    private static final double WEAKEST = .22;
    private static final double STRONGEST = .9;

    SamplingPicture(StrategyCard strategy, int languages, double side) {
        getStyleClass().add("sampling-picture");
        setMinSize(side, side);
        setMaxSize(side, side);
        setAccessibleText(
                WORDS.text("samplingPicture.languagePairsThatBatches", strategy.style().name()));
        double cell = Math.floor((side + GAP) / languages) - GAP;
        String colour = StrategyMark.hex(strategy.style().colour());
        for (int i = 0; i < languages * languages; i++) {
            int row = i / languages;
            int column = i % languages;
            Region block = new Region();
            block.getStyleClass().add("cell");
            block.setPrefSize(cell, cell);
            block.relocate(column * (cell + GAP), row * (cell + GAP));
            double strength = strength(strategy, row, column);
            if (strength > 0) {
                block.setStyle(
                        String.format(
                                Locale.ROOT,
                                "-fx-background-color: %s; -fx-opacity: %.2f;",
                                colour,
                                strength));
            }
            getChildren().add(block);
        }
    }

    /** How strong a cell is, 0 to 1; a share of .5 of one kind looks half as strong. */
    private static double strength(StrategyCard strategy, int row, int column) {
        if (strategy.englishOnly()) {
            return row == 0 && column == 0 ? STRONGEST : 0;
        }
        double share = row == column ? strategy.sameLanguage() : 1 - strategy.sameLanguage();
        double weight = row == column ? STRONGEST : STRONGEST / 2;
        return share == 0 ? 0 : Math.max(WEAKEST, weight * Math.sqrt(share));
    }
}
