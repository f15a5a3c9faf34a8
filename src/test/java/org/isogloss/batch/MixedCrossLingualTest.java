package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.isogloss.site.ExamplePage;
import org.junit.jupiter.api.Test;

/** The example of the page on batch strategies. */
class MixedCrossLingualTest {
    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("batch-strategy.md", MixedCrossLingual.class);
    }

    @Test
    void sharesBatchesOutAsItIsTold() {
        BatchStrategy strategy = new MixedCrossLingual();

        assertThat(strategy.shares(Map.of("mixedShare", .25)))
                .containsOnly(
                        Map.entry(BatchKind.MIXED, .25), Map.entry(BatchKind.CROSS_LINGUAL, .75));
        assertThat(strategy.settings()).singleElement().matches(s -> s.standard() == .5);
    }
}
