package org.isogloss.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of language codes, or of other names, that shows every one; the library's drops those
 * that come close.
 *
 * <p>Long names stand upright on a level axis.
 */
final class NameAxis extends SymbolAxis {
    private static final int LONGEST_LEVEL_NAME = 4;

    private final transient List<String> names;

    NameAxis(String label, List<String> names) {
        super(label, names.toArray(String[]::new));
        this.names = List.copyOf(names);
        setGridBandsVisible(false);
        setRange(-.5, names.size() - .5);
    }

    /** Turns names that are too long to stand side by side. */
    NameAxis level() {
        setVerticalTickLabels(names.stream().anyMatch(name -> name.length() > LONGEST_LEVEL_NAME));
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
        for (int i = 0; i < names.size(); i++) {
            ticks.add(new NumberTick(i, names.get(i), anchor, anchor, angle));
        }
        return ticks;
    }
}
