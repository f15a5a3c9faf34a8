package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.isogloss.figure.StepRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepZoomTest {
    private final StepZoom zoom = new StepZoom();

    @BeforeEach
    void aRunOfAHundredSteps() {
        zoom.bounds(0, 100);
    }

    @Test
    void showsAStretchDrawnInEitherDirection() {
        zoom.show(40, 20);
        assertThat(range()).isEqualTo(new StepRange(20, 40));
    }

    @Test
    void keepsWhatIsPointedAtInItsPlace() {
        zoom.scale(25, .5);
        assertThat(range()).isEqualTo(new StepRange(12.5, 62.5));
        zoom.scale(25, 2);
        assertThat(range()).isEqualTo(StepRange.ALL);
    }

    @Test
    void neverShowsLessThanFourStepsNorBeyondTheEnds() {
        zoom.show(99.9, 100);
        assertThat(range()).isEqualTo(new StepRange(96, 100));
        zoom.show(-50, 10);
        assertThat(range()).isEqualTo(new StepRange(0, 60));
    }

    @Test
    void keepsTheStretchWhileTheRunGoesOn() {
        zoom.show(20, 40);
        zoom.bounds(0, 500);
        assertThat(range()).isEqualTo(new StepRange(20, 40));
    }

    @Test
    void showsEverythingAgain() {
        zoom.show(20, 40);
        zoom.reset();
        assertThat(range()).isEqualTo(StepRange.ALL);
        zoom.show(-10, 200);
        assertThat(range()).isEqualTo(StepRange.ALL);
    }

    private StepRange range() {
        return zoom.rangeProperty().get();
    }
}
