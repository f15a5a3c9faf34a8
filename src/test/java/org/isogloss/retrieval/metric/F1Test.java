package org.isogloss.retrieval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.isogloss.site.ExamplePage;
import org.junit.jupiter.api.Test;

/** The example of the page on metrics. */
class F1Test {
    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("metric.md", F1.class);
    }

    @Test
    void isTheHarmonicMeanOfPrecisionAndRecall() {
        // 2 of 4 relevant among the best 5: precision 2/5, recall 2/4
        GradedRanks ranking = GradedRanks.ofRelevant(new int[] {1, 4, 9}, 4, 20);

        assertThat(new F1(5).value(ranking)).isCloseTo(2 * .4 * .5 / (.4 + .5), within(1e-12));
    }
}
