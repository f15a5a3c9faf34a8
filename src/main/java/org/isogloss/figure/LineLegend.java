package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import org.jfree.chart.LegendItem;

/** Legends of lines with hollow marks, or with none. */
final class LineLegend {
    private static final Line2D LINE = new Line2D.Double(-18, 0, 18, 0);

    private LineLegend() {}

    /** A line; its mark is that of a strategy, or null for none. */
    static LegendItem item(
            String name, StrategyStyle mark, Stroke stroke, Color colour, ChartStyle style) {
        return new LegendItem(
                name,
                null,
                null,
                null,
                mark != null,
                mark == null ? new Line2D.Double() : mark.shape(),
                true,
                colour,
                true,
                style.ground(),
                new BasicStroke(1),
                true,
                LINE,
                stroke,
                colour);
    }
}
