package org.isogloss.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/** Small corpora made by rule. */
final class SampleCorpora {
    static final List<Lang> FIVE = langs("ar", "de", "en", "th", "zh");

    private SampleCorpora() {}

    static List<Lang> langs(String... tags) {
        return List.of(tags).stream().map(Lang::new).toList();
    }

    /** Items 0 … count-1 in all languages, each asking its own question. */
    static ParallelCorpus parallel(String name, int count, List<Lang> languages) {
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(name + i, name + "?" + i, languages));
        }
        return new ParallelCorpus(name, items);
    }

    static ParallelItem item(String id, String question, List<Lang> languages) {
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        for (Lang lang : languages) {
            pairs.put(lang, new Pair(lang + " " + question, lang + " answer " + id));
        }
        return new ParallelItem(id, question, pairs);
    }
}
