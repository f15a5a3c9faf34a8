package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/** Small corpora to draw from in place of large ones. */
final class StandIn {
    private StandIn() {}

    /**
     * A corpus thinned to about so many items: of those that exist in the same languages, the first
     * ones, as many as their share, but no fewer than a batch may need where there are so many.
     */
    static ParallelCorpus thinned(ParallelCorpus corpus, int most, int least) {
        int size = corpus.items().size();
        if (size <= most) {
            return corpus;
        }
        Map<Set<Lang>, Integer> counts = new HashMap<>();
        corpus.items().forEach(item -> counts.merge(item.pairs().keySet(), 1, Integer::sum));
        Map<Set<Lang>, Integer> kept = new HashMap<>();
        List<ParallelItem> items = new ArrayList<>();
        for (ParallelItem item : corpus.items()) {
            Set<Lang> group = item.pairs().keySet();
            long share = Math.max(least, (long) counts.get(group) * most / size);
            if (kept.merge(group, 1, Integer::sum) <= share) {
                items.add(item);
            }
        }
        return new ParallelCorpus(corpus.name(), items);
    }

    /** Items without words, each in every language. */
    static ParallelCorpus of(String name, List<Lang> languages, int size) {
        Pair empty = new Pair("", "");
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        languages.forEach(lang -> pairs.put(lang, empty));
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = Integer.toString(i);
            items.add(new ParallelItem(id, id, pairs));
        }
        return new ParallelCorpus(name, items);
    }
}
