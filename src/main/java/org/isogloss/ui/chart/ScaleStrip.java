package org.isogloss.ui.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;

/** The one colour scale that several heatmaps share, with the numbers at its ends. */
public final class ScaleStrip extends HBox {
    private static final int STOPS = 12;
    private static final double WIDTH = 120;
    private static final double HEIGHT = 8;
    private static final double GAP = 8;

    /**
     * @param measure what the colours mean
     */
    public ScaleStrip(Limits limits, String measure) {
        super(GAP);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        Region strip = new Region();
        strip.setMinSize(WIDTH, HEIGHT);
        strip.setMaxSize(WIDTH, HEIGHT);
        strip.setStyle("-fx-background-radius: 2; -fx-background-color: " + gradient(limits));
        getChildren()
                .addAll(
                        caption(measure),
                        caption(Numbers.score(limits.lower())),
                        strip,
                        caption(Numbers.score(limits.upper())));
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static String gradient(Limits limits) {
        ColourScale scale =
                ColourScale.sequential(ColourScale.Palette.VIRIDIS, limits, ChartStyle.light());
        List<String> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double share = (double) i / STOPS;
            Color colour = scale.at(limits.lower() + share * (limits.upper() - limits.lower()));
            stops.add(
                    String.format(
                            Locale.ROOT, "#%06x %.1f%%", colour.getRGB() & 0xffffff, 100 * share));
        }
        return "linear-gradient(to right, " + String.join(", ", stops) + ");";
    }
}
