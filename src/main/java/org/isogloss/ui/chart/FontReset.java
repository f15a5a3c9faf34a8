package org.isogloss.ui.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/**
 * An empty title that is drawn first and only sets a font nothing else uses.
 *
 * <p>The chart canvas restores the toolkit's font after each drawing without its graphics knowing,
 * so that a drawing whose first font is the last one of the drawing before would come out in the
 * toolkit's own font.
 */
final class FontReset extends Title {
    private static final long serialVersionUID = 1L;
    private static final Font UNUSED = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        return new Size2D(0, 0);
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area) {
        g2.setFont(UNUSED);
    }

    @Override
    public Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
        draw(g2, area);
        return null;
    }
}
