package org.isogloss.analysis.bias;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.corpus.Lang;

/**
 * What a measure is to be compared with, such as its floor or its value under random ranking.
 *
 * @param name what it is
 * @param macro the mean over question languages
 * @param byQuestionLanguage the number of each question language
 */
public record Reference(String name, double macro, Map<Lang, Double> byQuestionLanguage) {
    /** The least value possible. */
    public static final String FLOOR = "floor";

    /** The mean of all rankings, each as likely as another. */
    public static final String RANDOM = "random ranking";

    /** What it is if all languages are treated alike. */
    public static final String EVEN = "even hand";

    public Reference {
        byQuestionLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestionLanguage));
    }
}
