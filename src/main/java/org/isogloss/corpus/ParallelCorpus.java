package org.isogloss.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A named list of parallel items.
 *
 * @param name the data set's name
 * @param items its items in file order
 */
public record ParallelCorpus(String name, List<ParallelItem> items) {
    public ParallelCorpus {
        items = List.copyOf(items);
    }

    /** The languages of the items, in order of first appearance. */
    public List<Lang> languages() {
        Set<Lang> seen = new LinkedHashSet<>();
        items.forEach(item -> seen.addAll(item.pairs().keySet()));
        return List.copyOf(seen);
    }

    /** The corpus without some of its items. */
    public ParallelCorpus without(Set<String> ids) {
        return new ParallelCorpus(
                name, items.stream().filter(item -> !ids.contains(item.id())).toList());
    }

    /** The corpus in some languages alone; items that exist in none of them are gone. */
    public ParallelCorpus in(Set<Lang> languages) {
        List<ParallelItem> kept = new ArrayList<>();
        for (ParallelItem item : items) {
            Map<Lang, Pair> pairs = new LinkedHashMap<>(item.pairs());
            pairs.keySet().retainAll(languages);
            if (!pairs.isEmpty()) {
                kept.add(new ParallelItem(item.id(), item.question(), pairs, item.source()));
            }
        }
        return new ParallelCorpus(name, kept);
    }

    /**
     * The corpus as translation pairs: each item becomes two, its question and its passage, each
     * standing on both sides, so that a cross-lingual batch aligns a sentence with its translation.
     */
    public ParallelCorpus translations() {
        List<ParallelItem> sides = new ArrayList<>(2 * items.size());
        for (ParallelItem item : items) {
            Map<Lang, Pair> questions = new LinkedHashMap<>();
            Map<Lang, Pair> passages = new LinkedHashMap<>();
            item.pairs()
                    .forEach(
                            (lang, pair) -> {
                                questions.put(lang, new Pair(pair.question(), pair.question()));
                                passages.put(lang, new Pair(pair.passage(), pair.passage()));
                            });
            sides.add(
                    new ParallelItem(
                            item.id() + "#question", item.question(), questions, item.source()));
            sides.add(
                    new ParallelItem(
                            item.id() + "#passage", item.question(), passages, item.source()));
        }
        return new ParallelCorpus(name + " (translations)", sides);
    }

    /**
     * The corpus as a test collection: every question in every language, its passage in each.
     *
     * <p>Items that ask the same thing are relevant to one another's questions and share a parallel
     * id, so that a right answer is never scored as wrong.
     */
    public TestCollection collection() {
        Map<String, Set<String>> answers = new HashMap<>();
        for (ParallelItem item : items) {
            Set<String> ids =
                    answers.computeIfAbsent(item.question(), question -> new LinkedHashSet<>());
            item.pairs().keySet().forEach(lang -> ids.add(lang + "_" + item.id()));
        }
        List<Question> questions = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        Map<String, Set<String>> relevant = new HashMap<>();
        for (Lang lang : languages()) {
            for (ParallelItem item : items) {
                Pair pair = item.pairs().get(lang);
                if (pair == null) {
                    continue;
                }
                String id = item.id() + "_" + lang;
                questions.add(
                        new Question(id, item.question(), lang, pair.question(), item.source()));
                passages.add(new Passage(lang + "_" + item.id(), lang, pair.passage()));
                // One set for all questions of a kind: a copy each would fill the memory.
                relevant.put(id, answers.get(item.question()));
            }
        }
        return new TestCollection(name, questions, passages, Judgments.ofRelevant(relevant));
    }
}
