package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class DotProductsTest {
    private static final int QUESTIONS = 515; // a whole block and a little more
    private static final int DIMENSION = 1024;

    @Test
    void areTheSumsOfProductsHoweverLargeTheTask() {
        assertSums(3);
        assertSums(10_001); // enough for the kernels, and no whole number of their tiles
    }

    @Test
    void areEqualForEqualCandidatesWhereverTheyStand() {
        int candidates = 10_001;
        Vectors questions = vectors(QUESTIONS, 1);
        float[] twice = vectors(candidates, 2).values();
        System.arraycopy(twice, 0, twice, 5_003 * DIMENSION, 4_998 * DIMENSION);

        float[] scores = scores(questions, new Vectors(candidates, DIMENSION, twice));

        for (int q = 0; q < QUESTIONS; q++) {
            for (int c = 0; c < 4_998; c++) {
                if (scores[q * candidates + c] != scores[q * candidates + c + 5_003]) {
                    assertThat(scores[q * candidates + c])
                            .as("question %d, candidate %d", q, c)
                            .isEqualTo(scores[q * candidates + c + 5_003]);
                }
            }
        }
    }

    private static void assertSums(int candidates) {
        Vectors questions = vectors(QUESTIONS, 1);
        Vectors passages = vectors(candidates, 2);
        float[] scores = scores(questions, passages);
        int[] looked = {0, 1, 511, 512, QUESTIONS - 1};
        for (int q : looked) {
            for (int c = 0; c < candidates; c += c < 4 ? 1 : 511) {
                assertThat((double) scores[q * candidates + c])
                        .as("question %d, candidate %d of %d", q, c, candidates)
                        .isCloseTo(product(questions.row(q), passages.row(c)), Offset.offset(1e-4));
            }
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] scores(Vectors questions, Vectors passages) {
        float[] scores = new float[questions.count() * passages.count()];
        try (DotProducts products = new DotProducts(questions, passages, ComputeDevice.CPU)) {
            products.block(0, questions.count(), FloatBuffer.wrap(scores));
        }
        return scores;
    }

    private static Vectors vectors(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() - .5);
        }
        return new Vectors(count, DIMENSION, values);
    }
}
