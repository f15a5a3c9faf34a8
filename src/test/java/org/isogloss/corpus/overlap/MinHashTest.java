package org.isogloss.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
    private static final int PAIRS = 2000;

    /** Expected shares: 1 − (1 − s⁴)³², Mining of Massive Datasets, section 3.4.2. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.050", "0.4, 0.564", "0.6, 0.988", "0.8, 1.000"})
    void findsPairsAsOftenAsTheTheorySays(double similarity, double expected) {
        SplittableRandom random = new SplittableRandom(7);
        int size = 60;
        int shared = (int) Math.round(similarity * size);
        MinHash hash = new MinHash();
        int found = 0;
        for (int i = 0; i < PAIRS; i++) {
            // Of 60 members in all, both sets have the shared ones and half of the others each.
            int[] all = random.ints(size).distinct().toArray();
            int each = shared + (size - shared) / 2;
            int[] a = IntStream.range(0, each).map(j -> all[j]).sorted().toArray();
            int[] b =
                    IntStream.range(0, size)
                            .filter(j -> j < shared || j >= each)
                            .map(j -> all[j])
                            .sorted()
                            .toArray();
            assertThat(CharacterGrams.similarity(a, b)).isCloseTo(similarity, within(1e-9));
            BandIndex index = BandIndex.of(1, text -> hash.bands(a));
            List<Integer> candidates = new ArrayList<>();
            index.candidates(hash.bands(b), candidates::add);
            found += candidates.size();
        }
        // Four standard errors of a share of 2,000 at one half.
        assertThat((double) found / PAIRS).isCloseTo(expected, within(0.045));
    }

    @Test
    void namesEachCandidateOnceAndNoneThatWasTakenOut() {
        MinHash hash = new MinHash();
        int[] grams = {1, 2, 3, 4, 5};
        BandIndex index = BandIndex.of(3, text -> text == 1 ? null : hash.bands(grams));
        List<Integer> candidates = new ArrayList<>();
        index.candidates(hash.bands(grams), candidates::add);
        assertThat(candidates).containsExactly(0, 2);

        candidates.clear();
        BitSet out = new BitSet();
        out.set(0);
        index.without(out).candidates(hash.bands(grams), candidates::add);
        assertThat(candidates).containsExactly(2);
    }
}
