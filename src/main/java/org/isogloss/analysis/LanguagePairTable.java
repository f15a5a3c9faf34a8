package org.isogloss.analysis;

import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * One metric's value for each question language and answer language.
 *
 * @param metric the metric's id, such as {@code map}
 * @param values [question languages, answer languages]; NaN where there is no value
 */
public record LanguagePairTable(
        String metric,
        List<Lang> questionLanguages,
        List<Lang> answerLanguages,
        List<List<Double>> values) {
    public LanguagePairTable {
        questionLanguages = List.copyOf(questionLanguages);
        answerLanguages = List.copyOf(answerLanguages);
        values = values.stream().map(List::copyOf).toList();
    }
}
