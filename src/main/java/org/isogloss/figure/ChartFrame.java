package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;

/** What all figures share: title, subtitle, legend, axes and margins in one style. */
record ChartFrame(ChartStyle style) {
    static {
        // Else the library turns turned text into outlines, which no reader of an SVG can search.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    /** A chart with the figure's title and subtitle, and a legend if there are items. */
    JFreeChart chart(Figure figure, Plot plot, List<LegendItem> legend) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(style.axisFont());
        plot.setNoDataMessagePaint(style.fainter());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(style.ground());
        chart.setPadding(
                style.titled()
                        ? new RectangleInsets(12, 16, 12, 16)
                        : new RectangleInsets(2, 2, 2, 14)); // the last tick's number sticks out
        if (style.titled()) {
            TextTitle title = new TextTitle(figure.title(), style.titleFont(figure.title()));
            title.setPaint(style.ink());
            chart.addSubtitle(placed(title, 0));
        }
        if (style.titled() && !figure.subtitle().isEmpty()) {
            // On paper it says where the numbers come from, however narrow the column is.
            TextTitle subtitle =
                    style.onPaper()
                            ? new TextTitle(figure.subtitle())
                            : new RoomyTitle(figure.subtitle());
            subtitle.setFont(style.textFont(figure.subtitle()));
            subtitle.setPaint(style.fainter());
            chart.addSubtitle(placed(subtitle, 4));
        }
        if (!legend.isEmpty()) {
            chart.addSubtitle(legend(legend));
        }
        return chart;
    }

    /** An axis of numbers. */
    NumberAxis numbers(String label, DoubleFunction<String> written) {
        NumberAxis axis = new RoundAxis(label, written);
        styled(axis);
        return axis;
    }

    /** A strip of a scale's colours with its axis, to stand to the right of a plot. */
    PaintScaleLegend scale(ColourScale scale, String label, DoubleFunction<String> written) {
        NumberAxis axis = numbers(label, written);
        axis.setRange(scale.limits().lower(), scale.limits().upper());
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        legend.setBackgroundPaint(null);
        legend.setStripOutlineVisible(false);
        legend.setStripWidth(12);
        legend.setSubdivisionCount(128);
        legend.setAxisOffset(0);
        legend.setPadding(RectangleInsets.ZERO_INSETS);
        legend.setMargin(RectangleInsets.ZERO_INSETS);
        return legend;
    }

    /** An axis of rows. */
    NameAxis rows(String label, List<String> names) {
        NameAxis axis = new NameAxis(label, names);
        styled(axis);
        return axis;
    }

    /** An axis of columns. */
    NameAxis columns(String label, List<String> names) {
        return rows(label, names).level();
    }

    /** Takes off an axis what is not ink for data. */
    void styled(Axis axis) {
        axis.setLabelFont(style.axisFont());
        axis.setLabelPaint(style.fainter());
        axis.setTickLabelFont(style.tickFont());
        axis.setTickLabelPaint(style.ink());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    /** Horizontal gridlines only, and no space between data and axes. */
    void grid(XYPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(style.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(10, 0, 0, 0));
    }

    private LegendTitle legend(List<LegendItem> items) {
        LegendItemCollection all = new LegendItemCollection();
        items.forEach(all::add);
        FlowArrangement rows =
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 8, 2);
        LegendTitle legend = new LegendTitle(() -> all, rows, rows);
        legend.setItemFont(style.axisFont());
        legend.setItemPaint(style.ink());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        // Wide to the right: the window draws text a little wider than Java2D measures it.
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 24));
        legend.setLegendItemGraphicPadding(RectangleInsets.ZERO_INSETS);
        return placed(legend, 6);
    }

    private static <T extends Title> T placed(T title, double above) {
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(RectangleInsets.ZERO_INSETS);
        title.setMargin(above, 0, 0, 0);
        if (title instanceof TextTitle text) {
            text.setTextAlignment(HorizontalAlignment.LEFT);
        }
        return title;
    }

    /** A line that leaves its room to the picture where a chart is small. */
    private static final class RoomyTitle extends TextTitle {
        private static final double LEAST_WIDTH = 420;
        private boolean hidden;

        RoomyTitle(String text) {
            super(text);
        }

        @Override
        public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
            double width =
                    constraint.getWidthRange() == null
                            ? constraint.getWidth()
                            : constraint.getWidthRange().getUpperBound();
            hidden = width < LEAST_WIDTH;
            return hidden ? new Size2D(0, 0) : super.arrange(g2, constraint);
        }

        @Override
        public Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
            return hidden ? null : super.draw(g2, area, parameters);
        }
    }
}
