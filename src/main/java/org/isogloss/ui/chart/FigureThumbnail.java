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
    // charts leave some room above their plot, which is cut off again
    private static final double ROOM = 1.2;

    private final Figure figure;
    private final double side;
    private final ObservableValue<Theme> theme;
    private final InvalidationListener themeChanged = changed -> draw();

    /**
     * @param side width in pixels
     */
    public FigureThumbnail(Figure figure, double side, ObservableValue<Theme> theme) {
        this.figure = figure;
        this.side = side;
        this.theme = theme;
        setFitWidth(side);
        setPreserveRatio(true);
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
        int high = (int) Math.round(pixels * ROOM);
        BufferedImage image = new BufferedImage(pixels, high, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(SHARPNESS, SHARPNESS);
            chart.draw(g2, new Rectangle2D.Double(0, 0, side, side * ROOM));
        } finally {
            g2.dispose();
        }
        setImage(SwingFXUtils.toFXImage(trimmed(image), null));
    }

    /** The picture without the empty rows above and below it. */
    private static BufferedImage trimmed(BufferedImage image) {
        int top = 0;
        int bottom = image.getHeight();
        while (top < bottom - 1 && empty(image, top)) {
            top++;
        }
        while (bottom > top + 1 && empty(image, bottom - 1)) {
            bottom--;
        }
        BufferedImage trimmed =
                new BufferedImage(image.getWidth(), bottom - top, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = trimmed.createGraphics();
        try {
            g2.drawImage(image, 0, -top, null);
        } finally {
            g2.dispose();
        }
        return trimmed;
    }

    private static boolean empty(BufferedImage image, int row) {
        for (int x = 0; x < image.getWidth(); x++) {
            if (image.getRGB(x, row) >>> 24 != 0) {
                return false;
            }
        }
        return true;
    }
}
