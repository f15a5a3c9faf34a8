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

    /** Three ticks below each other; beside fewer rows it reaches down to their columns' names. */
    private static final double LEAST_SCALE = 48;

    private static final double SLACK = 2;
    private static final double GAP = 14;

    private final transient Matrix matrix;
    private final transient PaintScaleLegend scale;
    private final transient MatrixRenderer cells;
    private final boolean paper;

    MatrixPlot(Matrix matrix, NameAxis columns, NameAxis rows, ChartFrame frame) {
        super(matrix.data(), columns, rows, null);
        this.matrix = matrix;
        cells = new MatrixRenderer(matrix, frame.style());
        setRenderer(cells);
        paper = frame.style().onPaper();
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
        boolean scaled = area.getWidth() >= LEAST_WIDTH_FOR_SCALE;
        Fitted fitted = fitted(g2, area, scaled);
        // the axes may take a little more than was reckoned
        double width = fitted.cellWidth - SLACK;
        if (paper && !scaled && !cells.writes(g2, width, fitted.cellHeight - SLACK)) {
            scaled = true; // colours without a number need it at any width
            fitted = fitted(g2, area, true);
        }
        if (fitted.cellWidth <= 1) {
            return;
        }
        super.draw(g2, fitted.area, anchor, parentState, info);
        if (scaled) {
            double high = Math.max(fitted.cellHeight * matrix.rows(), LEAST_SCALE);
            label(g2, high);
            scale.draw(
                    g2,
                    new Rectangle2D.Double(
                            fitted.area.getMaxX() + GAP, fitted.top, SCALE_ROOM - GAP, high));
        }
    }

    /** Where the plot is drawn, how large its cells are, and where they begin. */
    private record Fitted(Rectangle2D area, double cellWidth, double cellHeight, double top) {}

    private Fitted fitted(Graphics2D g2, Rectangle2D area, boolean scaled) {
        double width = area.getWidth() - (scaled ? SCALE_ROOM : 0);
        double top = area.getY() + GAP;
        Rectangle2D available =
                new Rectangle2D.Double(area.getX(), top, width, area.getHeight() - GAP);
        AxisSpace axes = calculateAxisSpace(g2, available);
        double left = axes.getLeft() + axes.getRight();
        double below = axes.getTop() + axes.getBottom();
        double cellHeight = (available.getHeight() - below) / matrix.rows();
        double cellWidth = Math.min((width - left) / matrix.columns(), WIDEST_CELL * cellHeight);
        cellHeight = Math.min(cellHeight, cellWidth);
        return new Fitted(
                new Rectangle2D.Double(
                        area.getX(),
                        top,
                        cellWidth * matrix.columns() + left,
                        cellHeight * matrix.rows() + below),
                cellWidth,
                cellHeight,
                top + axes.getTop());
    }

    /** Beside a strip too short for it the label is left out; the title says it. */
    private void label(Graphics2D g2, double high) {
        double wide =
                scale.getAxis()
                        .getLabelFont()
                        .getStringBounds(matrix.label(), g2.getFontRenderContext())
                        .getWidth();
        scale.getAxis().setLabel(wide <= high ? matrix.label() : null);
    }
}
