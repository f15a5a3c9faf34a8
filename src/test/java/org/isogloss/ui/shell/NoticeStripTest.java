package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.isogloss.ui.shell.RunNotices.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NoticeStripTest {
    private final List<Place> opened = new ArrayList<>();
    private NoticeStrip strip;

    @Start
    void start(Stage stage) {
        strip = new NoticeStrip(opened::add);
        stage.setScene(new Scene(strip, 600, 60));
        stage.show();
    }

    @BeforeEach
    void notice(FxRobot robot) {
        robot.interact(() -> strip.show(new Notice("3 of 3 models", Place.RESULTS, false)));
    }

    @Test
    void leadsToThePlaceItTellsOf(FxRobot robot) {
        robot.interact(() -> robot.lookup("#notice-go").queryAs(Button.class).fire());

        assertThat(opened).containsExactly(Place.RESULTS);
    }

    @Test
    void goesAwayWhereThePlaceIsOpenedByAnotherWay(FxRobot robot) {
        robot.interact(() -> strip.opened(Place.BIAS));
        assertThat(strip.isVisible()).isTrue();

        robot.interact(() -> strip.opened(Place.RESULTS));
        assertThat(strip.isVisible()).isFalse();
    }
}
