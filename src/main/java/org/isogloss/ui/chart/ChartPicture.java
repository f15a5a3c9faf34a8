package org.isogloss.ui.chart;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * A figure painted off the window's thread, for charts that change while one looks: only a finished
 * image reaches the screen, so that the window stays fluid however many points there are.
 *
 * <p>Over it a line marks a place of the horizontal axis, and a stretch can be drawn; with the
 * keyboard, arrows move the mark, plus and minus scale around it, and 0 shows everything.
 */
public final class ChartPicture extends Region {
    private static final double LEAST_STRETCH = 6;
    private static final double CLOSER = .8;
    private static final int KEY_STEPS = 60;

    private final BackgroundTasks tasks;
    private final PlotGestures gestures;
    private final ImageView image = new ImageView();
    private final Line mark = new Line();
    private final Rectangle stretch = new Rectangle();
    private Figure figure;
    private ChartStyle style = ChartStyle.light();
    private PaintedChart painted;
    private double marked = Double.NaN;
    private double pressed = Double.NaN;
    private boolean busy;
    private boolean stale;

    public ChartPicture(BackgroundTasks tasks, PlotGestures gestures) {
        this.tasks = tasks;
        this.gestures = gestures;
        getStyleClass().add("chart-picture");
        mark.getStyleClass().add("chart-mark");
        stretch.getStyleClass().add("chart-stretch");
        for (javafx.scene.Node node : java.util.List.of(image, mark, stretch)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        mark.setVisible(false);
        stretch.setVisible(false);
        getChildren().addAll(image, mark, stretch);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(this::point);
        setOnMouseExited(left -> gestures.pointed(Double.NaN));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
        widthProperty().addListener(size -> paint());
        heightProperty().addListener(size -> paint());
    }

    /** Paints a figure as soon as there is time; of several, the last. */
    void show(Figure next, ChartStyle look) {
        figure = next;
        style = look;
        paint();
    }

    /** Marks a place of the horizontal axis; NaN for none. */
    public void mark(double x) {
        marked = x;
        placeMark();
    }

    private void paint() {
        stale = true;
        double width = getWidth();
        double height = getHeight();
        if (busy || figure == null || width < 1 || height < 1) {
            return;
        }
        busy = true;
        stale = false;
        Figure drawn = figure;
        ChartStyle look = style;
        double scale = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
        tasks.run(
                () -> PaintedChart.of(drawn, look, width, height, scale),
                this::take,
                () -> {
                    busy = false;
                    if (stale) {
                        paint();
                    }
                });
    }

    private void take(PaintedChart fresh) {
        painted = fresh;
        image.setImage(fresh.image());
        image.setFitWidth(fresh.width());
        image.setFitHeight(fresh.height());
        placeMark();
    }

    private void placeMark() {
        boolean seen = painted != null && painted.axis() != null && !Double.isNaN(marked);
        double column = seen ? Math.round(painted.column(marked)) + .5 : -1;
        if (seen) {
            var first = painted.areas().get(0);
            var last = painted.areas().get(painted.areas().size() - 1);
            seen = column >= first.getMinX() && column <= first.getMaxX() + 1;
            mark.setStartX(column);
            mark.setEndX(column);
            mark.setStartY(first.getMinY());
            mark.setEndY(last.getMaxY());
        }
        mark.setVisible(seen);
    }

    private void point(MouseEvent event) {
        boolean inside = painted != null && painted.holds(event.getX(), event.getY());
        setCursor(inside ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        gestures.pointed(inside ? painted.number(event.getX()) : Double.NaN);
    }

    private void press(MouseEvent event) {
        requestFocus();
        boolean inside = painted != null && painted.holds(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY || !inside) {
            return;
        }
        if (event.getClickCount() == 2) {
            pressed = Double.NaN;
            gestures.reset();
        } else {
            pressed = event.getX();
        }
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressed) || painted == null) {
            return;
        }
        var first = painted.areas().get(0);
        var last = painted.areas().get(painted.areas().size() - 1);
        double to = Math.max(first.getMinX(), Math.min(first.getMaxX(), event.getX()));
        stretch.setX(Math.min(pressed, to));
        stretch.setWidth(Math.abs(to - pressed));
        stretch.setY(first.getMinY());
        stretch.setHeight(last.getMaxY() - first.getMinY());
        stretch.setVisible(true);
        gestures.pointed(painted.number(to));
    }

    private void release(MouseEvent event) {
        if (stretch.isVisible() && stretch.getWidth() >= LEAST_STRETCH) {
            gestures.chosen(
                    painted.number(stretch.getX()),
                    painted.number(stretch.getX() + stretch.getWidth()));
        }
        stretch.setVisible(false);
        pressed = Double.NaN;
    }

    private void scroll(ScrollEvent event) {
        if (painted != null
                && painted.holds(event.getX(), event.getY())
                && event.getDeltaY() != 0) {
            gestures.scaled(
                    painted.number(event.getX()), event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (painted == null || painted.axis() == null) {
            return;
        }
        Point2D edges =
                new Point2D(painted.areas().get(0).getMinX(), painted.areas().get(0).getMaxX());
        double middle = painted.number((edges.getX() + edges.getY()) / 2);
        double at = Double.isNaN(marked) ? middle : marked;
        double step = (edges.getY() - edges.getX()) / KEY_STEPS;
        switch (event.getCode()) {
            case LEFT -> gestures.pointed(painted.number(painted.column(at) - step));
            case RIGHT -> gestures.pointed(painted.number(painted.column(at) + step));
            case PLUS, ADD, EQUALS -> gestures.scaled(at, CLOSER);
            case MINUS, SUBTRACT -> gestures.scaled(at, 1 / CLOSER);
            case DIGIT0, NUMPAD0 -> gestures.reset();
            case ESCAPE -> gestures.pointed(Double.NaN);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
