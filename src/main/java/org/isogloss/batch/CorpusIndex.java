package org.isogloss.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/**
 * What drawing from a corpus needs to know of it: which items exist in the same languages, and
 * which ask the same question.
 */
final class CorpusIndex {
    private final ParallelCorpus corpus;
    private final List<Lang> languages;
    private final int[] questions;
    private final int questionCount;
    private final List<Set<Lang>> groupLanguages;
    private final List<int[]> groups;

    CorpusIndex(ParallelCorpus corpus) {
        this.corpus = corpus;
        this.languages = corpus.languages();
        List<ParallelItem> items = corpus.items();
        Map<String, Integer> numbers = new HashMap<>();
        Map<Set<Lang>, List<Integer>> byLanguages = new LinkedHashMap<>();
        questions = new int[items.size()];
        for (int i = 0; i < questions.length; i++) {
            questions[i] = numbers.computeIfAbsent(items.get(i).question(), q -> numbers.size());
            byLanguages
                    .computeIfAbsent(items.get(i).pairs().keySet(), set -> new ArrayList<>())
                    .add(i);
        }
        questionCount = numbers.size();
        groupLanguages = List.copyOf(byLanguages.keySet());
        groups =
                byLanguages.values().stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toList();
    }

    ParallelCorpus corpus() {
        return corpus;
    }

    List<Lang> languages() {
        return languages;
    }

    /** The number of an item's question; items that ask the same have the same number. */
    int question(int item) {
        return questions[item];
    }

    int questionCount() {
        return questionCount;
    }

    /** Items by the set of languages they exist in: each array holds item numbers. */
    List<int[]> groups() {
        return groups;
    }

    /** The numbers of the groups whose items exist in both languages. */
    List<Integer> groupsWith(LanguagePair pair) {
        List<Integer> having = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Set<Lang> set = groupLanguages.get(g);
            if (set.contains(pair.question()) && set.contains(pair.answer())) {
                having.add(g);
            }
        }
        return List.copyOf(having);
    }

    /** How many items exist in both languages. */
    int items(List<Integer> groupNumbers) {
        int sum = 0;
        for (int g : groupNumbers) {
            sum += groups.get(g).length;
        }
        return sum;
    }

    /** How many different questions some groups hold, counted no further than a limit. */
    int distinctQuestions(List<Integer> groupNumbers, int limit) {
        boolean[] seen = new boolean[questionCount];
        int distinct = 0;
        for (int g : groupNumbers) {
            for (int item : groups.get(g)) {
                if (!seen[questions[item]]) {
                    seen[questions[item]] = true;
                    distinct++;
                    if (distinct == limit) {
                        return distinct;
                    }
                }
            }
        }
        return distinct;
    }
}
