package org.isogloss.analysis;

import java.util.Map;
import org.isogloss.corpus.Lang;

/** Placeholder until the analysis room lands. */
public record Evaluation(
        String collection,
        int questions,
        int candidates,
        Macro macro,
        LanguagePairTable map,
        Map<Lang, Double> multilingualMap,
        Map<Lang, Double> rankDistance,
        Map<Lang, Double> ownLanguageTop1,
        LanguagePairTable top10Share) {}
