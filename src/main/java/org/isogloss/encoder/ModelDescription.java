package org.isogloss.encoder;

import java.nio.file.Path;

/**
 * All of a model but its weights.
 *
 * @param config its sizes
 * @param pooling how token vectors become a text vector
 * @param normalize whether vectors get length 1
 * @param maxTokens the longest text in tokens, special tokens included
 * @param tokenizer its {@code tokenizer.json}
 */
public record ModelDescription(
        ModelConfig config, Pooling pooling, boolean normalize, int maxTokens, Path tokenizer) {}
