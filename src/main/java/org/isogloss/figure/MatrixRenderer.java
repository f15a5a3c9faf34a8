package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a cell as a block with its value in black or white, whichever can be read on its colour.
 *
 * <p>The library draws all labels in one colour, hence our own item drawing. A value is left out
 * where its cell is too small for it.
 */
final class MatrixRenderer extends XYBlockRenderer {
    private static final double LEAST_CELL_WITH_GAP = 12;
    private static final float LARGEST_TEXT = 12;
    private static final float SMALLEST_TEXT = 8;

    private final transient Matrix matrix;
    private final transient ChartStyle style;
    // found once: looking for them at each cell took most of the drawing
    private final String widest;
    private final Font cellFont;

    MatrixRenderer(Matrix matrix, ChartStyle style) {
        this.matrix = matrix;
        this.style = style;
        widest = matrix.widest();
        cellFont = style.cellFont();
        setPaintScale(matrix.scale());
        setDefaultToolTipGenerator(
                (data, series, item) ->
                        matrix.cells().name(item)
                                + ": "
                                + matrix.written().apply(matrix.cells().value(item)));
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double column = data.getXValue(series, item);
        double row = data.getYValue(series, item);
        RectangleEdge below = plot.getDomainAxisEdge();
        RectangleEdge beside = plot.getRangeAxisEdge();
        Rectangle2D cell = new Rectangle2D.Double();
        cell.setFrameFromDiagonal(
                domain.valueToJava2D(column - .5, area, below),
                range.valueToJava2D(row - .5, area, beside),
                domain.valueToJava2D(column + .5, area, below),
                range.valueToJava2D(row + .5, area, beside));
        Rectangle2D block = inner(cell, gap(cell.getWidth(), cell.getHeight()));
        double value = matrix.cells().value(item);
        Color colour = matrix.scale().at(value);
        g2.setPaint(colour);
        g2.fill(block);
        if (matrix.cells().outlined().contains(item)) {
            outline(g2, block, colour);
        }
        write(g2, block, colour, value);
        if (matrix.cells().marked().contains(item)) {
            dot(g2, block, colour);
        }
        if (state.getEntityCollection() != null) {
            addEntity(
                    state.getEntityCollection(),
                    cell,
                    data,
                    series,
                    item,
                    cell.getCenterX(),
                    cell.getCenterY());
        }
    }

    private void outline(Graphics2D g2, Rectangle2D block, Color colour) {
        g2.setStroke(new BasicStroke(1));
        g2.setPaint(ColourScale.mix(colour, style.ink(), .85));
        g2.draw(inner(block, .5));
    }

    private static double gap(double width, double height) {
        return Math.min(width, height) < LEAST_CELL_WITH_GAP ? 0 : .5;
    }

    /** True if cells of a size are large enough for their numbers. */
    boolean writes(Graphics2D g2, double width, double height) {
        double gap = gap(width, height);
        return font(g2, width - 2 * gap, height - 2 * gap).getSize2D() >= SMALLEST_TEXT;
    }

    private Font font(Graphics2D g2, double width, double height) {
        float roomy = (float) Math.min(LARGEST_TEXT, .38 * height);
        Font font = cellFont.deriveFont(Math.max(cellFont.getSize2D(), roomy));
        double wide = font.getStringBounds(widest, g2.getFontRenderContext()).getWidth();
        double fits = Math.min((width - 5) / wide, (height - 3) / 12);
        return font.deriveFont(font.getSize2D() * (float) Math.min(1, fits));
    }

    private void write(Graphics2D g2, Rectangle2D block, Color colour, double value) {
        String text = matrix.written().apply(value);
        Font font = font(g2, block.getWidth(), block.getHeight());
        if (font.getSize2D() < SMALLEST_TEXT) {
            return;
        }
        g2.setFont(font);
        g2.setPaint(Double.isNaN(value) ? style.fainter() : ColourScale.textOn(colour));
        float x = (float) block.getCenterX();
        float y = (float) block.getCenterY();
        TextUtils.drawAlignedString(text, g2, x, y, TextAnchor.CENTER);
    }

    private static void dot(Graphics2D g2, Rectangle2D block, Color colour) {
        double size = Math.max(2, Math.min(4.5, block.getHeight() / 7));
        double x = block.getMaxX() - 1.9 * size;
        double y = block.getY() + .9 * size;
        g2.setPaint(ColourScale.textOn(colour));
        g2.fill(new Ellipse2D.Double(x, y, size, size));
    }

    private static Rectangle2D inner(Rectangle2D outer, double by) {
        return new Rectangle2D.Double(
                outer.getX() + by,
                outer.getY() + by,
                outer.getWidth() - 2 * by,
                outer.getHeight() - 2 * by);
    }
}
