package org.isogloss.ui.chart;

import javafx.scene.layout.StackPane;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.ui.preference.Theme;
import org.jfree.chart.fx.ChartViewer;

/**
 * One figure on the screen: the chart that is exported, its explanation, its numbers as a table,
 * and its export.
 *
 * <p>It may be given figures as often as they change; it draws at most five a second.
 */
public final class FigureView extends StackPane {
    private final FigureTools tools;
    private final ChartViewer viewer = new ChartViewer(null);

    public FigureView(FigureTools tools) {
        this.tools = tools;
        getChildren().add(viewer);
    }

    /** Shows a figure in place of the one before. */
    public void show(Figure figure) {
        boolean dark = tools.theme().getValue() == Theme.DARK;
        viewer.setChart(figure.draw(dark ? ChartStyle.dark() : ChartStyle.light()));
        viewer.setAccessibleText(figure.title());
    }
}
