package org.isogloss.ui.runs;

import java.awt.Color;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.run.RunPhase;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The marks that go with words: a strategy's colour and shape, a state's icon and colour. */
final class RunMarks {
    private RunMarks() {}

    /** A strategy's mark, as it stands in the charts, ten pixels wide. */
    static Node strategy(StrategyStyle style) {
        Shape shape =
                switch (style.mark()) {
                    case CIRCLE -> new Circle(4.5);
                    case SQUARE -> new Rectangle(9, 9);
                    case TRIANGLE -> new Polygon(5, 0, 10, 9, 0, 9);
                    case DIAMOND -> new Polygon(5, 0, 10, 5, 5, 10, 0, 5);
                    case BAR -> new Rectangle(10, 4);
                    case CROSS ->
                            new Polygon(
                                    3.5, 0, 6.5, 0, 6.5, 3.5, 10, 3.5, 10, 6.5, 6.5, 6.5, 6.5, 10,
                                    3.5, 10, 3.5, 6.5, 0, 6.5, 0, 3.5, 3.5, 3.5);
                };
        Color colour = style.colour();
        shape.setFill(
                javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        return shape;
    }

    /** Makes a label say the state, with its icon and in its colour. */
    static void state(Label label, RunNews news) {
        String look = look(news);
        if (!(label.getGraphic() instanceof FontIcon icon && look.equals(icon.getUserData()))) {
            FontIcon fresh = new FontIcon(icon(news.phase()));
            fresh.setUserData(look);
            label.setGraphic(fresh);
            label.getStyleClass().removeIf(name -> name.startsWith("state-"));
            label.getStyleClass().add(look);
        }
        label.setText(RunWords.word(news));
    }

    /** The style class of a state: what its colour says. */
    static String look(RunNews news) {
        return switch (news.phase()) {
            case STARTING, RUNNING -> "state-running";
            case FINISHED -> "state-finished";
            case FAILED -> "state-failed";
            case DIED, LOST -> "state-died";
            case PAUSED -> "state-paused";
            case WAITING, CANCELLED, DROPPED -> "state-still";
        };
    }

    static Feather icon(RunPhase phase) {
        return switch (phase) {
            case WAITING -> Feather.CLOCK;
            case STARTING -> Feather.LOADER;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case PAUSED -> Feather.PAUSE_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case DROPPED -> Feather.CHEVRONS_DOWN;
            case FAILED -> Feather.X_CIRCLE;
            case DIED -> Feather.ALERT_TRIANGLE;
            case LOST -> Feather.HELP_CIRCLE;
            case FINISHED -> Feather.CHECK_CIRCLE;
        };
    }
}
