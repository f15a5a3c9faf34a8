package org.isogloss.ui.chart;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Lets the charts of a window be drawn one in each frame, in the order they asked, so that a place
 * with many of them answers the hand while they appear.
 */
public final class DrawingTurns extends AnimationTimer {
    private final Set<FigureView> waiting = new LinkedHashSet<>();

    /** Draws a view's figure when its turn has come; asking again before changes nothing. */
    void ask(FigureView view) {
        waiting.add(view);
        start();
    }

    @Override
    public void handle(long time) {
        if (waiting.isEmpty()) {
            stop();
            return;
        }
        FigureView first = waiting.iterator().next();
        waiting.remove(first);
        first.draw();
    }
}
