package org.isogloss.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.isogloss.ui.words.Words;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.fx.ChartViewer;

/**
 * Reaches the marks of a chart with the keyboard: arrows go to the next mark of a direction, Enter
 * or Space does what a click on it would, and what the mark's tooltip says is shown and spoken.
 *
 * <p>It lies over the chart and lets the mouse through.
 */
final class MarkCursor extends Pane {
    private static final Words WORDS = Words.of(MarkCursor.class);
    private static final double ASIDE = 2; // how much a way to the side counts against one ahead
    private static final double SAME = .5; // pixels
    private static final double GAP = 6;

    private final ChartViewer viewer;
    private final Predicate<ChartEntity> answers;
    private final Consumer<ChartEntity> open;
    private final Rectangle outline = new Rectangle();
    private final Label told = new Label();
    private String about = "";
    private Rectangle2D at; // null before a mark was gone to
    private String mark = ""; // what the mark that was gone to says
    private boolean pointed; // whether the mouse went there, which has its own tooltip

    /**
     * @param answers which marks a click would open
     * @param open what a click on one does
     */
    MarkCursor(ChartViewer viewer, Predicate<ChartEntity> answers, Consumer<ChartEntity> open) {
        this.viewer = viewer;
        this.answers = answers;
        this.open = open;
        setMouseTransparent(true);
        setManaged(false);
        getStyleClass().add("mark-cursor");
        outline.getStyleClass().add("outline");
        told.getStyleClass().add("told");
        told.setWrapText(true);
        getChildren().addAll(outline, told);
        outline.setManaged(false);
        told.setManaged(false);
        setVisible(false);
        viewer.setFocusTraversable(true);
        viewer.setAccessibleHelp(WORDS.text("cursor.help"));
        viewer.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        viewer.focusedProperty().addListener((property, before, now) -> focus(now));
    }

    /** Says what the chart is about, which is read before its marks. */
    void say(String words) {
        about = words;
        tell();
    }

    /** The chart was drawn anew: the mark that was chosen stays so wherever it is now. */
    void drawn() {
        if (at != null) {
            at =
                    marks().stream()
                            .filter(one -> mark.equals(one.getToolTipText()))
                            .findFirst()
                            .or(this::here)
                            .map(MarkCursor::box)
                            .orElse(null);
        }
        tell();
    }

    /** The mouse went to a mark, from where the keys go on. */
    void point(ChartEntity to) {
        pointed = true;
        at = box(to);
        viewer.requestFocus();
        tell();
    }

    private void focus(boolean now) {
        if (now && at == null) {
            first().ifPresent(this::go);
        }
        tell();
    }

    private Optional<ChartEntity> first() {
        return marks().stream()
                .min(
                        Comparator.comparingDouble((ChartEntity one) -> box(one).getCenterY())
                                .thenComparingDouble(one -> box(one).getCenterX()));
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        KeyCode code = key.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            here().ifPresent(open);
        } else if (code.isArrowKey()) {
            (at == null ? first() : next(code)).ifPresent(this::go);
        } else {
            return;
        }
        key.consume();
    }

    private Optional<ChartEntity> next(KeyCode code) {
        boolean along = code == KeyCode.LEFT || code == KeyCode.RIGHT;
        int sign = code == KeyCode.RIGHT || code == KeyCode.DOWN ? 1 : -1;
        double x = at.getCenterX();
        double y = at.getCenterY();
        ToDoubleFunction<ChartEntity> ahead =
                one -> sign * (along ? box(one).getCenterX() - x : box(one).getCenterY() - y);
        ToDoubleFunction<ChartEntity> aside =
                one -> Math.abs(along ? box(one).getCenterY() - y : box(one).getCenterX() - x);
        return marks().stream()
                .filter(one -> ahead.applyAsDouble(one) > SAME)
                .min(
                        Comparator.comparingDouble(
                                one ->
                                        ahead.applyAsDouble(one)
                                                + ASIDE * aside.applyAsDouble(one)));
    }

    private void go(ChartEntity to) {
        pointed = false;
        at = box(to);
        tell();
    }

    private Optional<ChartEntity> here() {
        return at == null
                ? Optional.empty()
                : marks().stream()
                        .filter(one -> Math.abs(box(one).getCenterX() - at.getCenterX()) < SAME)
                        .filter(one -> Math.abs(box(one).getCenterY() - at.getCenterY()) < SAME)
                        .findFirst();
    }

    private List<ChartEntity> marks() {
        ChartRenderingInfo drawn = viewer.getRenderingInfo();
        if (drawn == null || drawn.getEntityCollection() == null) {
            return List.of();
        }
        Collection<?> all = drawn.getEntityCollection().getEntities();
        return all.stream().map(ChartEntity.class::cast).filter(answers).toList();
    }

    private static Rectangle2D box(ChartEntity one) {
        return one.getArea().getBounds2D();
    }

    private void tell() {
        mark = here().map(ChartEntity::getToolTipText).orElse("");
        viewer.setAccessibleText(mark.isEmpty() ? about : mark + ". " + about);
        setVisible(viewer.isFocused() && at != null);
        if (isVisible()) {
            outline.setX(at.getX() - 1);
            outline.setY(at.getY() - 1);
            outline.setWidth(at.getWidth() + 2);
            outline.setHeight(at.getHeight() + 2);
            told.setText(mark);
            told.setVisible(!mark.isEmpty() && !pointed);
            double width = Math.min(told.prefWidth(-1), viewer.getWidth());
            double height = told.prefHeight(width);
            boolean beneath = at.getMaxY() + GAP + height <= viewer.getHeight();
            double x = Math.min(at.getX(), viewer.getWidth() - width);
            double y = beneath ? at.getMaxY() + GAP : Math.max(0, at.getY() - GAP - height);
            told.resizeRelocate(Math.max(0, x), y, width, height);
        }
    }
}
