package org.isogloss.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis of numbers with few, round ticks, as many as its length bears.
 *
 * <p>The library takes as many ticks as fit, which makes gridlines compete with the data; and it
 * clips a label that is too long, where this one leaves out the part in parentheses.
 */
final class RoundAxis extends NumberAxis {
    private static final double UPRIGHT_SPACING = 65;
    private static final double LEVEL_SPACING = 90;

    private final transient DoubleFunction<String> written;

    RoundAxis(String label, DoubleFunction<String> written) {
        super(label);
        this.written = written;
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        boolean upright = RectangleEdge.isLeftOrRight(edge);
        double length = upright ? area.getHeight() : area.getWidth();
        double steps = Math.max(2, length / (upright ? UPRIGHT_SPACING : LEVEL_SPACING));
        setTickUnit(new WrittenTick(round(getRange().getLength() / steps), written), false, false);
    }

    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        return super.drawLabel(
                fits(label, g2, dataArea, edge) ? label : label.replaceFirst(" \\(.*\\)", ""),
                g2,
                plotArea,
                dataArea,
                edge,
                state);
    }

    private boolean fits(String label, Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        if (label == null) {
            return true;
        }
        double room = RectangleEdge.isLeftOrRight(edge) ? area.getHeight() : area.getWidth();
        double length = getLabelFont().getStringBounds(label, g2.getFontRenderContext()).getWidth();
        return length <= room;
    }

    /** The nearest of 1, 2 and 5 times a power of ten. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double times = step / power;
        return power * (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10);
    }

    /** A tick whose number is written as the figure writes its values. */
    private static final class WrittenTick extends NumberTickUnit {
        private final transient DoubleFunction<String> written;

        WrittenTick(double size, DoubleFunction<String> written) {
            super(size);
            this.written = written;
        }

        @Override
        public String valueToString(double value) {
            return written.apply(value);
        }
    }
}
