package org.isogloss.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import org.isogloss.ui.explorer.AnswerRows.Join;

/** Lines between two rankings, from each candidate's row on the left to its row on the right. */
final class JoinLines extends Region {
    private static final double WIDTH = 112;

    private final double rowHeight;
    private List<Join> joins = List.of();
    private Optional<String> chosen = Optional.empty();

    /**
     * @param rowHeight of the rows on both sides, in pixels
     */
    JoinLines(double rowHeight) {
        this.rowHeight = rowHeight;
        getStyleClass().add("join-lines");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMouseTransparent(true);
    }

    void show(List<Join> lines) {
        joins = lines;
        draw();
    }

    /** Makes a candidate's line stand out. */
    void choose(Optional<String> passage) {
        chosen = passage;
        draw();
    }

    private void draw() {
        List<Node> back = new ArrayList<>();
        List<Node> front = new ArrayList<>();
        for (Join join : joins) {
            double from = (join.left() + .5) * rowHeight;
            double to = (join.right() + .5) * rowHeight;
            CubicCurve line = new CubicCurve(0, from, WIDTH / 2, from, WIDTH / 2, to, WIDTH, to);
            line.getStyleClass().add("join-line");
            boolean standsOut = chosen.equals(Optional.of(join.passage()));
            if (join.followed()) {
                line.getStyleClass().add("followed");
            }
            if (standsOut) {
                line.getStyleClass().add("chosen");
            }
            (join.followed() || standsOut ? front : back).add(line);
        }
        back.addAll(front);
        getChildren().setAll(back);
    }
}
