package org.isogloss.analysis;

import java.util.List;
import org.isogloss.corpus.Lang;

/** Placeholder until the analysis room lands. */
public record LanguagePairTable(
        String metric,
        List<Lang> questionLanguages,
        List<Lang> answerLanguages,
        List<List<Double>> values) {}
