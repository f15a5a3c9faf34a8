package org.isogloss.experiment;

import java.util.Arrays;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.Pooling;

/**
 * How texts become vectors, in training and in evaluation alike but for {@code context}; null
 * leaves a choice to the backbone's own files.
 *
 * @param pooling {@code mean}, {@code cls}, {@code max}, {@code mean_sqrt_len}, {@code
 *     weighted_mean} or {@code last_token}
 * @param maxTokens texts are cut after this many tokens
 * @param questionPrefix put before each question: "Query: " in the paper (after E5)
 * @param passagePrefix put before each passage: "Passage: " in the paper
 * @param context true to encode a candidate of a test collection together with its paragraph where
 *     it has one; for evaluation only: training always reads passages alone
 */
public record Encoding(
        String pooling,
        Integer maxTokens,
        String questionPrefix,
        String passagePrefix,
        boolean context) {
    /** Everything as the backbone says, candidates alone. */
    public static final Encoding STANDARD = new Encoding(null, null, null, null, false);

    /** The poolings there are. */
    public static List<String> poolings() {
        return Arrays.stream(Pooling.values()).map(Pooling::id).toList();
    }

    /**
     * @throws BadInputException if the pooling is unknown or no token would be left of a text
     */
    void check() {
        if (pooling != null) {
            Pooling.of(pooling);
        }
        if (maxTokens != null && maxTokens < 1) {
            throw new BadInputException("maxTokens is " + maxTokens + " but must be at least 1");
        }
    }
}
