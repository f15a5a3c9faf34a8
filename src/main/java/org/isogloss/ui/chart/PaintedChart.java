package org.isogloss.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A figure's chart as an image, and where in it which number of the horizontal axis stands.
 *
 * @param width in pixels of the window, as the areas are
 * @param areas of the plots, one above the other
 * @param axis the plots' common horizontal axis; null of a chart that has none
 */
record PaintedChart(
        Image image, double width, double height, List<Rectangle2D> areas, ValueAxis axis) {

    /**
     * Paints a figure; any thread may.
     *
     * @param scale pixels of the screen in one of the window
     */
    static PaintedChart of(
            Figure figure, ChartStyle style, double width, double height, double scale) {
        JFreeChart chart = bare(figure.draw(style));
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(width * scale),
                        (int) Math.ceil(height * scale),
                        BufferedImage.TYPE_INT_ARGB_PRE);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(scale, scale);
            chart.draw(g2, new Rectangle2D.Double(0, 0, width, height), null, info);
        } finally {
            g2.dispose();
        }
        ValueAxis axis = chart.getPlot() instanceof XYPlot plot ? plot.getDomainAxis() : null;
        return new PaintedChart(
                SwingFXUtils.toFXImage(image, null),
                width,
                height,
                areas(info.getPlotInfo()),
                axis);
    }

    /** A chart as it stands under a title of the window's own. */
    static JFreeChart bare(JFreeChart chart) {
        for (int i = chart.getSubtitleCount() - 1; i >= 0; i--) {
            if (chart.getSubtitle(i) instanceof TextTitle) {
                chart.removeSubtitle(chart.getSubtitle(i));
            }
        }
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(null);
        return chart;
    }

    private static List<Rectangle2D> areas(PlotRenderingInfo plot) {
        List<Rectangle2D> areas = new ArrayList<>();
        for (int i = 0; i < plot.getSubplotCount(); i++) {
            areas.add(plot.getSubplotInfo(i).getDataArea());
        }
        if (areas.isEmpty()) {
            areas.add(plot.getDataArea());
        }
        return areas;
    }

    /** The number at a pixel column, within what the axis shows. */
    double number(double column) {
        Rectangle2D area = areas.get(0);
        double inside = Math.max(area.getMinX(), Math.min(area.getMaxX(), column));
        return axis.java2DToValue(inside, area, RectangleEdge.BOTTOM);
    }

    /** The pixel column of a number. */
    double column(double number) {
        return axis.valueToJava2D(number, areas.get(0), RectangleEdge.BOTTOM);
    }

    /** True if a pixel lies in one of the plots. */
    boolean holds(double x, double y) {
        return axis != null && areas.stream().anyMatch(area -> area.contains(x, y));
    }
}
