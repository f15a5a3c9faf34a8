package org.isogloss.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.ImageView;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.ui.preference.Theme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A figure as a small picture without words, to recognise it by. */
public final class FigureThumbnail extends ImageView {
    private static final int SHARPNESS = 2;

    private final Figure figure;
    private final double side;
    private final ObservableValue<Theme> theme;
    private final InvalidationListener themeChanged = changed -> draw();

    /**
     * @param side width and height in pixels
     */
    public FigureThumbnail(Figure figure, double side, ObservableValue<Theme> theme) {
        this.figure = figure;
        this.side = side;
        this.theme = theme;
        setFitWidth(side);
        setFitHeight(side);
        setAccessibleText(figure.title());
        theme.addListener(new WeakInvalidationListener(themeChanged));
        draw();
    }

    private void draw() {
        boolean dark = theme.getValue() == Theme.DARK;
        JFreeChart chart = figure.draw(dark ? ChartStyle.dark() : ChartStyle.light());
        while (chart.getSubtitleCount() > 0) {
            chart.removeSubtitle(chart.getSubtitle(0));
        }
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(null);
        if (chart.getPlot() instanceof XYPlot plot) {
            plot.getDomainAxis().setVisible(false);
            plot.getRangeAxis().setVisible(false);
        }
        int pixels = (int) Math.round(side * SHARPNESS);
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(SHARPNESS, SHARPNESS);
            chart.draw(g2, new Rectangle2D.Double(0, 0, side, side));
        } finally {
            g2.dispose();
        }
        setImage(SwingFXUtils.toFXImage(image, null));
    }
}
