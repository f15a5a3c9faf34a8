package org.isogloss.encoder;

import java.nio.file.Path;

/**
 * How a text becomes the tokens a model takes.
 *
 * @param tokenizer its {@code tokenizer.json}
 * @param lowerCase whether a text is lower-cased before the tokenizer sees it
 * @param maxTokens the longest text in tokens, special tokens included
 * @param prompts what the model's makers put before texts
 */
public record TextInput(Path tokenizer, boolean lowerCase, int maxTokens, Prompts prompts) {}
