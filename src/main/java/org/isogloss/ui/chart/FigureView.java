package org.isogloss.ui.chart;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.event.ChartProgressEvent;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One figure on the screen: the chart that is exported, its explanation, its numbers as a table,
 * and its export.
 *
 * <p>It may be given figures as often as they change; it draws at most five a second unless told
 * otherwise, in its turn among the window's charts, and none before it is in a window. Title and
 * subtitle stand above the chart instead of in it, where they can wrap and be read aloud.
 */
public final class FigureView extends BorderPane {
    private static final Words WORDS = Words.of(FigureView.class);
    private static final Duration REST = Duration.millis(200);
    private static final Duration CLOSE = Duration.millis(80);
    private static final double LEAST_SIDE = 120;

    private final FigureTools tools;
    private final FigureExport export;
    private final ChartViewer viewer = new ChartViewer();
    private final ChartPicture picture; // null where the chart is drawn by the viewer
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final VBox words = new VBox();
    private final ToggleButton asTable = new ToggleButton();
    private final PauseTransition rest = new PauseTransition(REST);
    private final InvalidationListener themeChanged = changed -> soon();
    private Figure figure;
    private boolean stale;
    private IntConsumer itemClicked; // null where no click on an item is asked for
    private Consumer<String> keyClicked; // null where no click on a key is asked for
    private MarkCursor cursor; // null where nothing can be clicked

    /** A view whose chart is drawn on the window's thread. */
    public FigureView(FigureTools tools) {
        this(tools, null);
    }

    /** A view whose chart is painted off the window's thread, for figures that change often. */
    public FigureView(FigureTools tools, ChartPicture picture) {
        this.tools = tools;
        this.picture = picture;
        this.export = new FigureExport(tools);
        getStyleClass().add("figure-view");
        viewer.getCanvas().removeMouseHandler(viewer.getCanvas().getMouseHandler("zoom"));
        viewer.getCanvas()
                .removeAuxiliaryMouseHandler(viewer.getCanvas().getMouseHandler("scroll"));
        viewer.addEventFilter(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                e -> fill(viewer.getContextMenu().getItems()));
        viewer.addChartMouseListener(
                new ChartMouseListenerFX() {
                    @Override
                    public void chartMouseClicked(ChartMouseEventFX event) {
                        if (answers(event.getEntity())) {
                            cursor.point(event.getEntity());
                            open(event.getEntity());
                        }
                    }

                    @Override
                    public void chartMouseMoved(ChartMouseEventFX event) {
                        // tooltips come by themselves
                    }
                });
        rest.setOnFinished(
                e -> {
                    if (stale) {
                        soon();
                    }
                });
        tools.theme().addListener(new WeakInvalidationListener(themeChanged));
        sceneProperty()
                .addListener(
                        (property, before, now) -> {
                            if (stale) {
                                soon();
                            }
                        });
        setTop(header());
        chart().setMinSize(LEAST_SIDE, LEAST_SIDE);
        setCenter(drawing());
    }

    private Region chart() {
        return picture == null ? viewer : picture;
    }

    private Node drawing() {
        return cursor == null ? chart() : new StackPane(chart(), cursor);
    }

    /** Shows a figure in place of the one before, under its own title. */
    public void show(Figure next) {
        show(next, next.title());
    }

    /** Shows a figure in place of the one before, under a title that its surroundings shorten. */
    public void show(Figure next, String heading) {
        figure = next;
        title.setText(heading);
        title.setTooltip(new Tooltip(next.title()));
        subtitle.setText(next.subtitle());
        subtitle.setManaged(!next.subtitle().isEmpty());
        String about = next.title() + ". " + next.subtitle();
        chart().setAccessibleText(about);
        if (cursor != null) {
            cursor.say(about);
        }
        soon();
    }

    /** Draws up to twelve times a second, for a figure that follows what the user drags. */
    public void followClosely() {
        rest.setDuration(CLOSE);
    }

    /** Puts a mark, such as a strategy's colour, before the title. */
    public void setMark(Node mark) {
        title.setGraphic(mark);
    }

    /** Says something else under the title, where the surroundings say what the subtitle does. */
    public void say(String note) {
        subtitle.setText(note);
        subtitle.setManaged(true);
    }

    /** Tells which item of the chart was clicked or entered, counted as the chart's data are. */
    public void onItem(IntConsumer clicked) {
        itemClicked = clicked;
        reachMarks();
    }

    /** Tells the key of the mark that was clicked or entered, of those that the figure gave one. */
    public void onKey(Consumer<String> clicked) {
        keyClicked = clicked;
        reachMarks();
    }

    /** What can be clicked can be reached with the keyboard too. */
    private void reachMarks() {
        if (cursor == null) {
            viewer.setCursor(Cursor.HAND);
            cursor = new MarkCursor(viewer, this::answers, this::open);
            if (!asTable.isSelected()) {
                setCenter(drawing());
            }
        }
    }

    private boolean answers(ChartEntity mark) {
        return (itemClicked != null && mark instanceof XYItemEntity)
                || (keyClicked != null && mark != null && mark.getURLText() != null);
    }

    private void open(ChartEntity mark) {
        if (itemClicked != null && mark instanceof XYItemEntity item) {
            itemClicked.accept(item.getItem());
        }
        if (keyClicked != null && mark.getURLText() != null) {
            keyClicked.accept(mark.getURLText());
        }
    }

    private void soon() {
        stale = true;
        boolean seen = getScene() != null;
        if (seen && rest.getStatus() != PauseTransition.Status.RUNNING) {
            if (picture == null) {
                tools.turns().ask(this);
            } else {
                draw();
            }
        }
    }

    /** Draws the figure; one that has left the window meanwhile waits until it is back. */
    void draw() {
        if (figure == null || getScene() == null) {
            return;
        }
        stale = false;
        rest.playFromStart();
        boolean dark = tools.theme().getValue() == Theme.DARK;
        ChartStyle style = dark ? ChartStyle.dark() : ChartStyle.light();
        if (picture != null) {
            picture.show(figure, style);
        } else {
            JFreeChart chart = PaintedChart.bare(figure.draw(style));
            chart.addSubtitle(0, new FontReset());
            if (cursor != null) {
                chart.addProgressListener(
                        drawing -> {
                            if (drawing.getType() == ChartProgressEvent.DRAWING_FINISHED) {
                                cursor.drawn();
                            }
                        });
            }
            viewer.setChart(chart);
        }
        if (asTable.isSelected()) {
            setCenter(FigureTableView.of(figure.table()));
        }
    }

    private Node header() {
        title.getStyleClass().add("figure-title");
        subtitle.getStyleClass().add("figure-subtitle");
        words.getChildren().setAll(title, subtitle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button explain =
                tool(new Button(), Feather.HELP_CIRCLE, WORDS.text("figure.whatAmISeeing"));
        explain.setOnAction(e -> explain(explain));
        tool(asTable, Feather.LIST, WORDS.text("figure.showTheNumbers"));
        asTable.setOnAction(e -> swap());
        Button keep = tool(new Button(), Feather.BOOKMARK, WORDS.text("figure.keep"));
        keep.setOnAction(
                e -> {
                    tools.shelf().keep(figure);
                    tools.say().accept(WORDS.text("figure.kept", figure.title()));
                });
        Button copy = tool(new Button(), Feather.COPY, WORDS.text("figure.copyTheFigureAs"));
        copy.setOnAction(e -> export.copy(exported()));
        MenuButton save =
                tool(new MenuButton(), Feather.DOWNLOAD, WORDS.text("figure.exportTheFigure"));
        save.getStyleClass().addAll("no-arrow", "export");
        save.setOnShowing(e -> fill(save.getItems()));
        HBox buttons = new HBox(explain, asTable, keep, copy, save);
        buttons.getStyleClass().add("figure-tools");
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(words, buttons);
        header.getStyleClass().add("figure-header");
        return header;
    }

    /** A menu is filled when it is first opened: there are many figures, and few are exported. */
    private void fill(List<MenuItem> menu) {
        if (menu.isEmpty()) {
            menu.addAll(export.items(this::exported));
        }
    }

    private FigureExport.Sized exported() {
        double width = Math.max(chart().getWidth(), LEAST_SIDE);
        double height = Math.max(chart().getHeight(), LEAST_SIDE) + getTop().prefHeight(-1);
        return new FigureExport.Sized(figure, width, height);
    }

    private void swap() {
        setCenter(asTable.isSelected() ? FigureTableView.of(figure.table()) : drawing());
    }

    private void explain(Node owner) {
        Label text = new Label(figure.explanation());
        text.getStyleClass().add("explanation");
        text.setWrapText(true);
        Popover popover = new Popover(text);
        popover.setTitle(figure.title());
        popover.setHeaderAlwaysVisible(true);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.show(owner);
    }

    private static <B extends ButtonBase> B tool(B button, Feather icon, String words) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }
}
