package org.isogloss.training;

import java.util.Arrays;

/**
 * How much a batch, or a part of it, asks of memory.
 *
 * @param texts questions and passages together
 * @param tokens of all of them
 * @param squares the sum of squared tokens of each, to which attention is proportional
 * @param longest tokens of the longest text
 */
public record BatchLoad(int texts, long tokens, long squares, int longest) {
    /** The load of texts of these lengths. */
    public static BatchLoad of(int... lengths) {
        return new BatchLoad(
                lengths.length,
                Arrays.stream(lengths).asLongStream().sum(),
                Arrays.stream(lengths).mapToLong(n -> (long) n * n).sum(),
                Arrays.stream(lengths).max().orElse(0));
    }

    /** The load of so many questions of one length and passages of another. */
    public static BatchLoad pairs(int pairs, int questionTokens, int passageTokens) {
        long q = questionTokens;
        long p = passageTokens;
        return new BatchLoad(
                2 * pairs,
                pairs * (q + p),
                pairs * (q * q + p * p),
                Math.max(questionTokens, passageTokens));
    }

    /**
     * The largest part, if the batch is computed in parts: texts are parted by length, so that its
     * texts are as long as the longest.
     *
     * @param most tokens of a part, or 0 for a single one
     */
    BatchLoad part(int most) {
        if (most == 0 || tokens <= most) {
            return this;
        }
        int count = Math.max(1, most / Math.max(1, longest));
        long filled = (long) count * longest;
        return new BatchLoad(count, filled, filled * longest, longest);
    }

    /** Tokens if each text were padded to the longest. */
    long padded() {
        return (long) texts * longest;
    }
}
