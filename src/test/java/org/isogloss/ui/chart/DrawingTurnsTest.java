package org.isogloss.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.isogloss.figure.Figure;
import org.isogloss.figure.SampleFigures;
import org.isogloss.ui.NoFiles;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DrawingTurnsTest {
    private final List<String> drawn = new ArrayList<>();
    private final DrawingTurns turns = new DrawingTurns();
    private final HBox content = new HBox();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(content, 900, 300));
        stage.show();
    }

    @Test
    void oneChartIsDrawnInAFrameInTheOrderTheyAsked(FxRobot robot) {
        robot.interact(
                () -> {
                    turns.stop(); // frames are counted by hand
                    content.getChildren().setAll(view("a"), view("b"), view("c"));
                    turns.stop();
                    assertThat(drawn).isEmpty();
                    turns.handle(0);
                    assertThat(drawn).containsExactly("a");
                    turns.handle(1);
                    assertThat(drawn).containsExactly("a", "b");
                    turns.handle(2);
                    turns.handle(3);
                    assertThat(drawn).containsExactly("a", "b", "c");
                });
    }

    @Test
    void aChartOutOfTheWindowIsDrawnOnceItIsBack(FxRobot robot) throws Exception {
        FigureView[] view = new FigureView[1];
        robot.interact(
                () -> {
                    view[0] = view("a");
                    content.getChildren().setAll(view[0]);
                    content.getChildren().clear();
                });
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        assertThat(drawn).isEmpty();

        robot.interact(() -> content.getChildren().setAll(view[0]));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> drawn.equals(List.of("a")));
    }

    private FigureView view(String name) {
        FigureView view =
                new FigureView(
                        new FigureTools(
                                new SimpleObjectProperty<>(Theme.LIGHT),
                                new NoFiles(),
                                new InlineTasks(),
                                sentence -> {},
                                new FigureShelf(),
                                turns));
        view.show(watched(name));
        return view;
    }

    /** A figure that tells when it is drawn. */
    private Figure watched(String name) {
        Figure figure = SampleFigures.all().get(0);
        return (Figure)
                Proxy.newProxyInstance(
                        Figure.class.getClassLoader(),
                        new Class<?>[] {Figure.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("draw")) {
                                drawn.add(name);
                            }
                            return method.invoke(figure, arguments);
                        });
    }
}
