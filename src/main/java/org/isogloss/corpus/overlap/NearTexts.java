package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isogloss.base.Cancellation;

/**
 * Finds evaluation texts that are near a training text: candidates by a shared MinHash band, each
 * then compared exactly.
 *
 * <p>A near copy and another filling of the same sentence pattern look alike one by one: "What is
 * the currency of Albania?" and "… of Angola?" differ in one word. They are told apart by number: a
 * text with at least half of whose n-grams, or of their own, ten different training texts agree
 * stands in a pattern, and is a copy of none of them as far as can be told. A text with fewer such
 * siblings is near each training text from the threshold on. Natural questions have few: between
 * XQuAD-R's even and odd questions this rule takes away none of 174 near copies.
 */
final class NearTexts {
    /** Texts of fewer n-grams say too little to be near anything; they can only be equal. */
    static final int FEWEST_GRAMS = 8;

    /** How many different training texts make a pattern. */
    static final int SIBLINGS = 10;

    /** The share of the shorter text's n-grams that texts of one pattern have in common. */
    private static final double OF_ONE_PATTERN = 0.5;

    private static final double ROUNDING = 1e-9;

    private final EvaluationTexts texts;
    private final double threshold;
    private final MinHash hash = new MinHash();
    private final BandIndex all;
    private BandIndex left; // without the texts that are known to stand in a pattern
    private int leftOut;
    private Map<Integer, Neighbours> neighbours = new TreeMap<>();
    private final BitSet patterned = new BitSet();

    /** A training text that is similar to an evaluation text. */
    record Match(TrainingText training, int item, double similarity) {}

    /** What is similar to one evaluation text. */
    static final class Neighbours {
        private final Set<String> different = new HashSet<>();
        private final List<Match> near = new ArrayList<>();
        private Match nearest;

        /** The training texts from the threshold on, in the order of the training set. */
        List<Match> near() {
            return near;
        }

        /** The most similar training text that was met; the first of equals. */
        Match nearest() {
            return nearest;
        }

        /** True if so many are similar that they make a pattern. */
        boolean pattern() {
            return different.size() >= SIBLINGS;
        }
    }

    NearTexts(EvaluationTexts texts, double threshold, Cancellation stop) {
        this.texts = texts;
        this.threshold = threshold;
        all =
                BandIndex.of(
                        texts.size(),
                        text -> {
                            stop.check();
                            int[] grams = texts.grams(text);
                            return grams.length < FEWEST_GRAMS ? null : hash.bands(grams);
                        });
        left = all;
    }

    /** Compares a training text with all but the evaluation text it is equal to. */
    void compare(TrainingText training, int item, int equal) {
        int[] grams = CharacterGrams.of(training.folded());
        if (grams.length < FEWEST_GRAMS) {
            return;
        }
        left.candidates(
                hash.bands(grams),
                text -> {
                    if (text != equal && !patterned.get(text)) {
                        add(text, grams, training, item);
                    }
                });
        dropPatterned();
    }

    private void add(int text, int[] grams, TrainingText training, int item) {
        int[] own = texts.grams(text);
        int shared = CharacterGrams.shared(grams, own);
        double similarity = (double) shared / (grams.length + own.length - shared);
        boolean copy = similarity > threshold - ROUNDING;
        boolean sibling = shared >= OF_ONE_PATTERN * Math.min(grams.length, own.length);
        if (!copy && !sibling) {
            return;
        }
        Neighbours found = neighbours.computeIfAbsent(text, added -> new Neighbours());
        Match match = new Match(training, item, similarity);
        found.different.add(training.folded());
        if (found.nearest == null || similarity > found.nearest.similarity()) {
            found.nearest = match;
        }
        if (copy) {
            found.near.add(match);
        }
        if (found.pattern()) {
            patterned.set(text);
        }
    }

    /** Takes texts in patterns out of the index, lest thousands of them are met for ever. */
    private void dropPatterned() {
        int gone = patterned.cardinality();
        if (gone - leftOut > 64 && 2 * (gone - leftOut) > texts.size() - leftOut) {
            left = left.without(patterned);
            leftOut = gone;
        }
    }

    /** What was found by evaluation text, in order; then all is forgotten. */
    Map<Integer, Neighbours> take() {
        Map<Integer, Neighbours> found = neighbours;
        neighbours = new TreeMap<>();
        patterned.clear();
        left = all;
        leftOut = 0;
        return found;
    }
}
