package org.isogloss.ui.study;

import java.awt.Color;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.isogloss.figure.StrategyStyle;

/** A small round mark in a strategy's colour, to stand before its name. */
public final class StrategyMark extends Region {
    public StrategyMark(StrategyStyle style) {
        getStyleClass().add("strategy-mark");
        setStyle("-fx-background-color: " + hex(style.colour()) + ";");
    }

    /** A colour as style sheets write it. */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
