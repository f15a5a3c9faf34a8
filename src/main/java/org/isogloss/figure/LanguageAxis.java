package org.isogloss.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.corpus.Lang;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of language codes that shows every code; the library's drops those that come close.
 *
 * <p>Long codes stand upright on a level axis.
 */
final class LanguageAxis extends SymbolAxis {
    private static final int LONGEST_LEVEL_CODE = 3;

    private final transient List<Lang> languages;

    LanguageAxis(String label, List<Lang> languages) {
        super(label, languages.stream().map(Lang::tag).toArray(String[]::new));
        this.languages = List.copyOf(languages);
        setGridBandsVisible(false);
        setRange(-.5, languages.size() - .5);
    }

    /** Turns codes that are too long to stand side by side. */
    LanguageAxis level() {
        setVerticalTickLabels(
                languages.stream().anyMatch(code -> code.tag().length() > LONGEST_LEVEL_CODE));
        return this;
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = TextAnchor.CENTER_RIGHT;
        if (RectangleEdge.isTopOrBottom(edge) && !isVerticalTickLabels()) {
            anchor = TextAnchor.TOP_CENTER;
        }
        double angle =
                isVerticalTickLabels() && RectangleEdge.isTopOrBottom(edge) ? -Math.PI / 2 : 0;
        List<NumberTick> ticks = new ArrayList<>();
        for (int i = 0; i < languages.size(); i++) {
            ticks.add(new NumberTick(i, languages.get(i).tag(), anchor, anchor, angle));
        }
        return ticks;
    }
}
