package org.isogloss.run;

import org.isogloss.base.BadInputException;
import org.isogloss.encoder.TextTokenizer;

/** Where texts are cut: a limit that leaves something of a text, and that the model can take. */
final class TokenLimit {
    private TokenLimit() {}

    /**
     * Checks a limit against a model.
     *
     * @param longest the longest text the model can take
     * @throws BadInputException if the model takes no text so long, or nothing but special tokens
     *     would be left of a text
     */
    static void check(int maxTokens, int longest, TextTokenizer tokenizer) {
        if (maxTokens > longest) {
            throw new BadInputException(
                    "maxTokens is " + maxTokens + ", but this model takes at most " + longest);
        }
        try {
            tokenizer.ids("a", maxTokens);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "maxTokens is "
                            + maxTokens
                            + ", but the model's special tokens alone fill that; use a greater one",
                    e);
        }
    }
}
