package org.isogloss.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;

/** A plot of nearly square cells, with its colour scale close beside it. */
final class MatrixPlot extends XYPlot {
    /** A cell is at most this much wider than high, and never higher than wide. */
    private static final double WIDEST_CELL = 1.5;

    private static final double SCALE_ROOM = 74;
    private static final double LEAST_WIDTH_FOR_SCALE = 400;
    private static final double GAP = 14;

    private final transient Matrix matrix;
    private final transient PaintScaleLegend scale;

    MatrixPlot(Matrix matrix, NameAxis columns, NameAxis rows, ChartFrame frame) {
        super(matrix.data(), columns, rows, new MatrixRenderer(matrix, frame.style()));
        this.matrix = matrix;
        this.scale = frame.scale(matrix.scale(), matrix.label(), matrix.written());
        frame.grid(this);
        setRangeGridlinesVisible(false);
        setInsets(RectangleInsets.ZERO_INSETS);
    }

    @Override
    public void draw(
            Graphics2D g2,
            Rectangle2D area,
            Point2D anchor,
            PlotState parentState,
            PlotRenderingInfo info) {
        boolean roomForScale = area.getWidth() >= LEAST_WIDTH_FOR_SCALE;
        double width = area.getWidth() - (roomForScale ? SCALE_ROOM : 0);
        double top = area.getY() + GAP;
        Rectangle2D available =
                new Rectangle2D.Double(area.getX(), top, width, area.getHeight() - GAP);
        AxisSpace axes = calculateAxisSpace(g2, available);
        double left = axes.getLeft() + axes.getRight();
        double below = axes.getTop() + axes.getBottom();
        double cellHeight = (available.getHeight() - below) / matrix.rows();
        double cellWidth = Math.min((width - left) / matrix.columns(), WIDEST_CELL * cellHeight);
        cellHeight = Math.min(cellHeight, cellWidth);
        if (cellWidth <= 1) {
            return;
        }
        double cellsWide = cellWidth * matrix.columns();
        double cellsHigh = cellHeight * matrix.rows();
        Rectangle2D fitted =
                new Rectangle2D.Double(area.getX(), top, cellsWide + left, cellsHigh + below);
        super.draw(g2, fitted, anchor, parentState, info);
        if (roomForScale) {
            scale.draw(
                    g2,
                    new Rectangle2D.Double(
                            fitted.getMaxX() + GAP,
                            top + axes.getTop(),
                            SCALE_ROOM - GAP,
                            cellsHigh));
        }
    }
}
