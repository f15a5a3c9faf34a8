package org.isogloss.ui.preference;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D DESK = new Rectangle2D(100, 0, 2560, 1440);

    @Test
    void theFirstWindowStandsInTheMiddleOfALargeScreen() {
        assertThat(WindowBounds.within(DESK, 1280, 800))
                .isEqualTo(new WindowBounds(740, 320, 1280, 800, false));
    }

    @Test
    void aScreenThatHasNoRoomForTheTitleBarIsFilled() {
        WindowBounds filled = WindowBounds.within(LAPTOP, 1280, 800);

        assertThat(filled.maximized()).isTrue();
        assertThat(filled.width()).isLessThan(LAPTOP.getWidth());
        assertThat(filled.height()).isLessThan(LAPTOP.getHeight());
    }

    @Test
    void aWindowRememberedFromALargerScreenFillsTheSmallerOne() {
        WindowBounds remembered = new WindowBounds(0, 0, 2000, 1200, false);

        assertThat(remembered.on(DESK)).isEqualTo(remembered);
        assertThat(remembered.on(LAPTOP).maximized()).isTrue();
        assertThat(remembered.on(LAPTOP).width()).isLessThan(LAPTOP.getWidth());
    }
}
