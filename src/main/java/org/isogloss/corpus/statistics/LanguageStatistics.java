package org.isogloss.corpus.statistics;

import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * The part of a data set that is in one language.
 *
 * @param questions its questions
 * @param passages its passages
 * @param script whether those looked at are written in the language's script
 */
public record LanguageStatistics(Lang lang, Texts questions, Texts passages, ScriptCheck script) {
    /**
     * Some texts.
     *
     * @param count how many
     * @param lookedAt how many of them the rest is said of: all, or some evenly spread ones of a
     *     pool larger than memory
     * @param repeated how many are the same as an earlier one but for case, punctuation and spaces
     * @param characters their lengths in Unicode code points
     * @param tokens their lengths in tokens, or null if no tokenizer was given
     * @param samples a few of them, evenly spread
     */
    public record Texts(
            int count,
            int lookedAt,
            int repeated,
            Lengths characters,
            Lengths tokens,
            List<String> samples) {
        public Texts {
            samples = List.copyOf(samples);
        }
    }
}
