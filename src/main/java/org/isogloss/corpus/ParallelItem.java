package org.isogloss.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One question with its answer in every language it exists in: what training draws from.
 *
 * @param id unique within its corpus
 * @param question what is asked, whatever the wording or language: two items with the same value
 *     never share a batch, since one's answer would be scored as wrong for the other
 * @param pairs the question and answer by language, in the data set's order
 * @param source the title of the article it is about, or empty where the data set has none
 */
public record ParallelItem(String id, String question, Map<Lang, Pair> pairs, String source) {
    public ParallelItem {
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** An item of no known article. */
    public ParallelItem(String id, String question, Map<Lang, Pair> pairs) {
        this(id, question, pairs, "");
    }
}
