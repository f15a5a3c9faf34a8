package org.isogloss.analysis;

/** Placeholder until the analysis room lands. */
public record Macro(
        double monolingualMap,
        double crossLingualMap,
        double multilingualMap,
        double monolingualRecall1,
        double crossLingualRecall1,
        double multilingualRecall10,
        double rankDistance,
        double ownLanguageTop1) {}
