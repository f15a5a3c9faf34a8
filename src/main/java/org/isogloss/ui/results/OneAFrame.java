package org.isogloss.ui.results;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/**
 * Puts nodes where as many stood before at once, and makes those that are new one in each frame, so
 * that a place with many figures opens with its first.
 */
final class OneAFrame extends AnimationTimer {
    private final List<Node> shown;
    private final Queue<Supplier<Node>> left = new ArrayDeque<>();

    OneAFrame(List<Node> shown) {
        this.shown = shown;
    }

    /** Shows these in place of what was shown or still to come. */
    void fill(List<Supplier<Node>> made) {
        int now = Math.min(made.size(), Math.max(1, shown.size()));
        List<Node> nodes = made.stream().limit(now).map(Supplier::get).toList();
        shown.clear();
        shown.addAll(nodes);
        left.clear();
        left.addAll(made.subList(now, made.size()));
        start();
    }

    @Override
    public void handle(long time) {
        if (left.isEmpty()) {
            stop();
        } else {
            shown.add(left.remove().get());
        }
    }
}
