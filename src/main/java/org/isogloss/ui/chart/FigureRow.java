package org.isogloss.ui.chart;

import java.util.Collection;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Figures beside each other: equally wide, and as high as their width asks for. */
public final class FigureRow extends HBox {
    private static final double GAP = 24;
    private static final double HEADER = 32;

    private final double heightToWidth;
    private final ObservableDoubleValue tallest;
    private final InvalidationListener room = changed -> requestLayout();

    /**
     * @param heightToWidth of the charts
     * @param tallest in pixels, however wide the window is
     */
    public FigureRow(double heightToWidth, ObservableDoubleValue tallest) {
        super(GAP);
        this.heightToWidth = heightToWidth;
        this.tallest = tallest;
        getStyleClass().add("figure-row");
        tallest.addListener(new WeakInvalidationListener(room));
        setFillHeight(true);
    }

    /** Shows these in place of what was shown. */
    public void setFigures(Collection<? extends Region> figures) {
        for (Region figure : figures) {
            HBox.setHgrow(figure, Priority.ALWAYS);
            figure.setPrefWidth(1);
            figure.setMinWidth(0);
            figure.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().setAll(figures);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = (int) getChildren().stream().filter(Node::isManaged).count();
        if (columns == 0 || width <= 0) {
            return 0;
        }
        double column = (width - GAP * (columns - 1)) / columns;
        return snapSizeY(Math.min(tallest.get(), HEADER + column * heightToWidth));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
