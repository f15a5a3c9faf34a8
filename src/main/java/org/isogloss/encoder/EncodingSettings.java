package org.isogloss.encoder;

/**
 * How a text becomes a vector.
 *
 * @param pooling how token vectors become a text vector
 * @param maxTokens the longest text in tokens, special tokens included; the rest is cut off
 * @param questionPrefix put before every question as it stands, such as {@code "query: "}
 * @param passagePrefix put before every passage as it stands, such as {@code "passage: "}
 */
public record EncodingSettings(
        Pooling pooling, int maxTokens, String questionPrefix, String passagePrefix) {

    /** A model directory's own pooling, length and prompts. */
    public static EncodingSettings of(ModelDirectory directory) {
        Prompts prompts = directory.description().input().prompts();
        return new EncodingSettings(
                directory.pooling(), directory.maxTokens(), prompts.question(), prompts.passage());
    }

    /** What is put before a text. */
    public String prefix(Side side) {
        return switch (side) {
            case QUESTION -> questionPrefix;
            case PASSAGE -> passagePrefix;
        };
    }
}
