package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.isogloss.batch.SampleCorpora.langs;
import static org.isogloss.batch.SampleCorpora.parallel;

import java.util.List;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class SamplingMatrixTest {
    private static SamplingMatrix matrix(String strategy) {
        BatchPlan plan =
                new BatchPlan(
                        BatchSettings.of(strategy, 20),
                        List.of(parallel("p", 100, langs("th", "en", "de"))),
                        1);
        return SamplingMatrix.of(plan, 2000);
    }

    @Test
    void mixedLiesOnTheDiagonal() {
        SamplingMatrix mixed = matrix("mixed");
        assertThat(mixed.languages()).isEqualTo(langs("de", "en", "th"));
        for (Lang q : mixed.languages()) {
            for (Lang a : mixed.languages()) {
                assertThat(mixed.share(q, a)).isCloseTo(q.equals(a) ? 1 / 3.0 : 0, within(0.01));
            }
        }
    }

    @Test
    void hybridGivesHalfToTheDiagonal() {
        SamplingMatrix hybrid = matrix("hybrid");
        double diagonal = 0;
        double sum = 0;
        for (int q = 0; q < 3; q++) {
            diagonal += hybrid.shares().get(q).get(q);
            sum += hybrid.shares().get(q).stream().mapToDouble(x -> x).sum();
        }
        // five standard deviations of the share among 2000 batches
        assertThat(diagonal).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(2000)));
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void englishOnlyIsOneCell() {
        Lang en = new Lang("en");
        assertThat(matrix("english-only"))
                .isEqualTo(new SamplingMatrix(List.of(en), List.of(List.of(1.0))));
        assertThat(matrix("english-only").share(en, new Lang("th"))).isZero();
    }
}
