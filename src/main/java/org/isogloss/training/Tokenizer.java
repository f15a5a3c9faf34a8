package org.isogloss.training;

/** Turns a text into token ids, special tokens included; {@code TextTokenizer::ids} is one. */
@FunctionalInterface
public interface Tokenizer {
    /** The ids of a text, cut to a number of tokens. */
    int[] ids(String text, int maxTokens);
}
