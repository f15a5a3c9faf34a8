package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Shape MINI_LM = new Shape(6, 384, 1536, 30_522, 512);

    /** 22,713,216 is what PyTorch counts for all-MiniLM-L6-v2, pooler and token types included. */
    @Test
    void countsTheWeightsOfAPublishedModel() {
        long pooler = 384 * 384 + 384;
        long tokenTypes = 2 * 384;

        assertThat(MINI_LM.parameters()).isEqualTo(22_713_216 - pooler - tokenTypes);
    }

    /** MobileBERT (Sun et al., 2020, table 4): BERT base takes 22.5 billion for 128 tokens. */
    @Test
    void countsTheOperationsOfAPublishedModel() {
        Shape base = new Shape(12, 768, 3072, 30_522, 512);

        assertThat(128 * base.products(128)).isCloseTo(22.5e9, withinPercentage(2));
    }

    @Test
    void learnsWithThreeTimesTheWorkAndAnUpdate() {
        double one = MINI_LM.step(1000, 20);
        double two = MINI_LM.step(2000, 20);

        assertThat(two - one).isCloseTo(3000 * MINI_LM.forward(20), withinPercentage(.001));
        assertThat(2 * one).isGreaterThan(two);
    }

    @Test
    void tellsHowFarTwoShapesAreApartEitherWay() {
        Shape twice = new Shape(12, 384, 1536, 30_522, 512);

        assertThat(MINI_LM.factor(twice)).isCloseTo(2, withinPercentage(1));
        assertThat(twice.factor(MINI_LM)).isCloseTo(MINI_LM.factor(twice), withinPercentage(1e-9));
        assertThat(MINI_LM.likeInKind(new Shape(0, 384, 1536, 30_522, 512))).isFalse();
    }
}
