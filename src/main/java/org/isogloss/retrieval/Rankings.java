package org.isogloss.retrieval;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.TestCollection;

/**
 * What a search found for every question of a collection: all that numbers are made of once the
 * model is gone.
 *
 * @param candidates how many candidates the pool has in each language, by tag
 * @param questions one ranking a question
 */
public record Rankings(Map<Lang, Integer> candidates, List<Ranking> questions) {
    public Rankings {
        candidates = Collections.unmodifiableMap(new TreeMap<>(candidates));
        questions = List.copyOf(questions);
    }

    /** Rankings of a collection's candidates. */
    public static Rankings of(TestCollection collection, List<Ranking> questions) {
        Map<Lang, Integer> candidates = new TreeMap<>();
        for (LanguageRun run : LanguageRun.of(collection.passages())) {
            candidates.merge(run.lang(), run.to() - run.from(), Integer::sum);
        }
        return new Rankings(candidates, questions);
    }

    /** How many candidates the pool has in all languages. */
    public int pool() {
        return candidates.values().stream().mapToInt(Integer::intValue).sum();
    }
}
