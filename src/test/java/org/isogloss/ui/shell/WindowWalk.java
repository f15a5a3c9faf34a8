package org.isogloss.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Opens every place of a window, every part of each, and the help, one after the other. */
final class WindowWalk {
    private static final int SETTLED_MS = 900;
    private static final int LONGEST_WAITS = 30;
    private static final double WORTH_SCROLLING = 80;

    /** What the buttons that choose a part are called, where a place has parts. */
    private static final Map<Place, String> PARTS =
            new EnumMap<>(
                    Map.of(
                            Place.DATA, "show-",
                            Place.DESIGN, "side-",
                            Place.RESULTS, "results-part-",
                            Place.BIAS, "bias-"));

    private final Workbench window;
    private final FxRobot robot;

    WindowWalk(Workbench window, FxRobot robot) {
        this.window = window;
        this.robot = robot;
    }

    /**
     * Walks through the window.
     *
     * @param look is told where it stands, once what is there has settled
     */
    void each(Consumer<String> look) {
        for (Place place : Place.values()) {
            robot.interact(() -> window.open(place));
            settle();
            String name = place.name().toLowerCase(Locale.ROOT);
            if (place == Place.RUNS) {
                selectARun();
            }
            List<ToggleButton> parts = parts(place);
            if (parts.isEmpty()) {
                tabs(name, look);
            }
            for (ToggleButton part : parts) {
                robot.interact(part::fire);
                settle();
                tabs(name + "-" + word(part.getText()), look);
            }
            if (!parts.isEmpty()) {
                robot.interact(parts.get(0)::fire);
            }
        }
        robot.interact(() -> robot.lookup("#help").queryButton().fire());
        settle();
        tabs("help", look);
        robot.interact(() -> robot.lookup("#learn-close").queryButton().fire());
    }

    private void tabs(String name, Consumer<String> look) {
        List<TabPane> panes = shown(TabPane.class).toList();
        if (panes.isEmpty()) {
            top(name, look);
            return;
        }
        // the last one made lies on top: help over a place that has tabs of its own
        TabPane tabs = panes.get(panes.size() - 1);
        for (Tab tab : List.copyOf(tabs.getTabs())) {
            robot.interact(() -> tabs.getSelectionModel().select(tab));
            settle();
            top(name + "-" + word(tab.getText()), look);
        }
        robot.interact(() -> tabs.getSelectionModel().selectFirst());
    }

    /** Looks, and once more at the end of a page that is longer than the window. */
    private void top(String name, Consumer<String> look) {
        look.accept(name);
        List<ScrollPane> longer = shown(ScrollPane.class).filter(WindowWalk::isLonger).toList();
        if (!longer.isEmpty()) {
            robot.interact(() -> longer.forEach(page -> page.setVvalue(page.getVmax())));
            settle();
            look.accept(name + "-end");
            robot.interact(() -> longer.forEach(page -> page.setVvalue(page.getVmin())));
        }
    }

    private static boolean isLonger(ScrollPane page) {
        double room = page.getViewportBounds().getHeight();
        double height =
                page.getContent() == null ? 0 : page.getContent().getLayoutBounds().getHeight();
        return room > WORTH_SCROLLING && height > room + WORTH_SCROLLING;
    }

    private void selectARun() {
        robot.interact(
                () ->
                        robot.lookup("#runs-table")
                                .<TableView<?>>tryQuery()
                                .ifPresent(table -> table.getSelectionModel().selectFirst()));
        settle();
    }

    private List<ToggleButton> parts(Place place) {
        String prefix = PARTS.get(place);
        return prefix == null
                ? List.of()
                : shown(ToggleButton.class)
                        .filter(
                                button ->
                                        Objects.requireNonNullElse(button.getId(), "")
                                                .startsWith(prefix))
                        .toList();
    }

    /** Nodes of a kind that can be seen, in the order they were made. */
    private <T extends Node> Stream<T> shown(Class<T> kind) {
        return robot.lookup(node -> kind.isInstance(node) && seen(node)).queryAllAs(kind).stream();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until nothing turns any more, and a moment longer for what is drawn. */
    private void settle() {
        WaitForAsyncUtils.sleep(SETTLED_MS, TimeUnit.MILLISECONDS);
        for (int waits = 0; waits < LONGEST_WAITS; waits++) {
            WaitForAsyncUtils.waitForFxEvents();
            List<ProgressIndicator> turning = new ArrayList<>();
            robot.interact(() -> shown(ProgressIndicator.class).forEach(turning::add));
            if (turning.stream().noneMatch(ProgressIndicator::isIndeterminate)) {
                return;
            }
            WaitForAsyncUtils.sleep(SETTLED_MS / 3, TimeUnit.MILLISECONDS);
        }
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9α]+", "-");
    }
}
