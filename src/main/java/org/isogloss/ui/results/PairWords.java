package org.isogloss.ui.results;

import java.util.function.DoubleFunction;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;

/** What a test of two strategies says, in a line. */
final class PairWords {
    private static final Words WORDS = Words.of(PairWords.class);
    private static final double LEAST_P = .0001;

    private PairWords() {}

    /** The verdict with difference, interval and p; of a tie also what could have been told. */
    static String of(TiedRanking.Pair pair, DoubleFunction<String> written) {
        Comparison comparison = pair.comparison();
        String numbers =
                WORDS.text(
                        "pair.numbers",
                        signed(comparison.difference().estimate(), written),
                        signed(comparison.difference().low(), written),
                        signed(comparison.difference().high(), written),
                        p(comparison.pHolm()));
        if (comparison.verdict() != Verdict.TIE) {
            return WORDS.text("pair.apart", pair.a(), pair.b(), numbers);
        }
        String detects = written.apply(comparison.minimalDetectable());
        return comparison.moreClusters() == null
                ? WORDS.text("pair.tie", pair.a(), pair.b(), numbers, detects)
                : WORDS.text(
                        "pair.tieNeedsMore",
                        pair.a(),
                        pair.b(),
                        numbers,
                        detects,
                        Numbers.count(comparison.moreClusters()));
    }

    private static String signed(double value, DoubleFunction<String> written) {
        return (value < 0 ? "−" : "+") + written.apply(Math.abs(value));
    }

    private static String p(double value) {
        return value < LEAST_P ? "p < .0001" : "p = " + Numbers.p(value);
    }
}
