package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.isogloss.site.ExamplePage;
import org.junit.jupiter.api.Test;

/** The example of the page on bias measures. */
class OwnLanguageLeadTest {
    private static final BiasOptions OPTIONS = new BiasOptions(20, 20, 0.1, 200, 1);

    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("bias-measure.md", OwnLanguageLead.class);
    }

    @Test
    void isGreaterWhereTheOwnLanguageIsPreferred() {
        RankTable fair = new RankTable(new Simulation(30, 2, 0.6, 0, 0).rankings(1));
        RankTable biased = new RankTable(new Simulation(30, 2, 0.6, 0.4, 0.3).rankings(2));
        BiasMeasure lead = new OwnLanguageLead();

        assertThat(Math.abs(lead.of(fair, OPTIONS).macro().value()))
                .isLessThan(lead.of(biased, OPTIONS).macro().value());
    }
}
