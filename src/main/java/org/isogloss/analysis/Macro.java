package org.isogloss.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model on one collection in eight numbers, each a mean over languages of means over questions.
 *
 * <p>A number that could not be measured is NaN: cross-lingual mAP of a single language, say.
 *
 * @param monolingualMap mean over languages of the mAP of its questions among its own candidates
 * @param crossLingualMap mean over ordered pairs of different languages of the mAP of the first's
 *     questions among the second's candidates
 * @param multilingualMap mean over question languages of mAP among the candidates of all languages
 * @param monolingualRecall1 as monolingualMap, of recall at 1
 * @param crossLingualRecall1 as crossLingualMap, of recall at 1
 * @param multilingualRecall10 as multilingualMap, of recall at 10
 * @param rankDistance mean over question languages of the difference of the greatest and least rank
 *     of a question's relevant passages among all candidates; lower is better (arXiv 2408.10536,
 *     footnote 6)
 * @param ownLanguageTop1 mean over question languages of the share of questions whose best
 *     candidate is in their own language
 */
public record Macro(
        double monolingualMap,
        double crossLingualMap,
        double multilingualMap,
        double monolingualRecall1,
        double crossLingualRecall1,
        double multilingualRecall10,
        double rankDistance,
        double ownLanguageTop1) {

    /** The numbers by the names of their components, in order. */
    public Map<String, Double> byName() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("monolingualMap", monolingualMap);
        numbers.put("crossLingualMap", crossLingualMap);
        numbers.put("multilingualMap", multilingualMap);
        numbers.put("monolingualRecall1", monolingualRecall1);
        numbers.put("crossLingualRecall1", crossLingualRecall1);
        numbers.put("multilingualRecall10", multilingualRecall10);
        numbers.put("rankDistance", rankDistance);
        numbers.put("ownLanguageTop1", ownLanguageTop1);
        return numbers;
    }
}
