package org.isogloss.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbours in a list of passages that are written in one language.
 *
 * @param lang the language
 * @param from the first one's position
 * @param to the position after the last one
 */
public record LanguageRun(Lang lang, int from, int to) {
    /** How many passages they are. */
    public int size() {
        return to - from;
    }

    /** The longest runs of a list, in order; a pool knows its own. */
    public static List<LanguageRun> of(List<Passage> passages) {
        if (passages instanceof PassagePool pool) {
            return pool.runs();
        }
        List<LanguageRun> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= passages.size(); i++) {
            Lang lang = passages.get(from).lang();
            if (i == passages.size() || !passages.get(i).lang().equals(lang)) {
                runs.add(new LanguageRun(lang, from, i));
                from = i;
            }
        }
        return runs;
    }
}
