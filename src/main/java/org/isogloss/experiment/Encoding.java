package org.isogloss.experiment;

/**
 * How texts become vectors, in training and in evaluation alike; null leaves a choice to the
 * backbone's own files.
 *
 * @param pooling {@code mean}, {@code cls}, {@code max}, {@code mean_sqrt_len}, {@code
 *     weighted_mean} or {@code last_token}
 * @param maxTokens texts are cut after this many tokens
 * @param questionPrefix put before each question: "Query: " in the paper (after E5)
 * @param passagePrefix put before each passage: "Passage: " in the paper
 * @param context true to encode a candidate together with its paragraph where it has one
 */
public record Encoding(
        String pooling,
        Integer maxTokens,
        String questionPrefix,
        String passagePrefix,
        boolean context) {
    /** Everything as the backbone says, candidates alone. */
    public static final Encoding STANDARD = new Encoding(null, null, null, null, false);
}
