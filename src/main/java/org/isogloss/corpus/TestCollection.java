package org.isogloss.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Questions, candidate passages and judgments in several languages: what a model is scored on.
 *
 * @param name the data set's name
 * @param questions every question in every language
 * @param passages the multilingual pool: every candidate in every language; a {@link PassagePool}
 *     is held as it is, any other list is copied
 * @param judgments which passage answers which question
 */
public record TestCollection(
        String name, List<Question> questions, List<Passage> passages, Judgments judgments) {
    public TestCollection {
        questions = List.copyOf(questions);
        passages = passages instanceof PassagePool ? passages : List.copyOf(passages);
    }

    /** The languages of the questions, in order of first appearance. */
    public List<Lang> questionLanguages() {
        Set<Lang> seen = new LinkedHashSet<>();
        questions.forEach(question -> seen.add(question.lang()));
        return List.copyOf(seen);
    }

    /** The languages of the passages, in order of first appearance. */
    public List<Lang> answerLanguages() {
        Set<Lang> seen = new LinkedHashSet<>();
        LanguageRun.of(passages).forEach(run -> seen.add(run.lang()));
        return List.copyOf(seen);
    }

    /**
     * The part of the collection with questions in one language and candidates in another; it is
     * held in memory unless all candidates are in that language.
     */
    public RetrievalTask task(Lang questions, Lang answers) {
        boolean all = answerLanguages().equals(List.of(answers));
        return new RetrievalTask(
                questions,
                answers,
                this.questions.stream().filter(q -> q.lang().equals(questions)).toList(),
                all ? passages : passages.stream().filter(p -> p.lang().equals(answers)).toList(),
                judgments);
    }

    /**
     * The collection as items to train on: each question with a relevant passage in its own
     * language, translations of a question together in one item.
     *
     * <p>A question with several relevant passages becomes as many items that ask the same thing,
     * the n-th of each language together; passages judged and found not relevant are its negatives.
     * A question whose relevant passages are all in other languages gives no item.
     */
    public ParallelCorpus items() {
        Function<String, Optional<Passage>> byId = byId();
        Map<String, Map<Lang, List<Pair>>> byParallelId = new LinkedHashMap<>();
        Map<String, String> sources = new HashMap<>();
        for (Question question : questions) {
            sources.putIfAbsent(question.parallelId(), question.source());
            byParallelId
                    .computeIfAbsent(question.parallelId(), id -> new LinkedHashMap<>())
                    .computeIfAbsent(question.lang(), lang -> new ArrayList<>())
                    .addAll(pairs(question, byId));
        }
        List<ParallelItem> items = new ArrayList<>();
        byParallelId.forEach((id, pairs) -> addItems(id, sources.get(id), pairs, items));
        return new ParallelCorpus(name, items);
    }

    /**
     * The part about some questions, in every language; the candidates are what answers them and
     * nothing else.
     *
     * @param parallelIds of the questions
     */
    public TestCollection about(String name, Set<String> parallelIds) {
        List<Question> asked =
                questions.stream().filter(q -> parallelIds.contains(q.parallelId())).toList();
        Set<String> relevant = new LinkedHashSet<>();
        asked.forEach(question -> relevant.addAll(judgments.of(question.id())));
        Function<String, Optional<Passage>> byId = byId();
        List<Passage> answers = relevant.stream().map(byId).flatMap(Optional::stream).toList();
        return new TestCollection(name, asked, answers, judgments);
    }

    /** Finds passages; of a pool only those that are asked for are read. */
    private Function<String, Optional<Passage>> byId() {
        if (passages instanceof PassagePool pool) {
            return id -> {
                OptionalInt position = pool.position(id);
                return position.isPresent()
                        ? Optional.of(pool.get(position.getAsInt()))
                        : Optional.empty();
            };
        }
        Map<String, Passage> byId = new HashMap<>();
        passages.forEach(passage -> byId.put(passage.id(), passage));
        return id -> Optional.ofNullable(byId.get(id));
    }

    private List<Pair> pairs(Question question, Function<String, Optional<Passage>> byId) {
        List<String> relevant = new ArrayList<>();
        List<String> negatives = new ArrayList<>();
        judgments
                .grades()
                .getOrDefault(question.id(), Map.of())
                .forEach(
                        (id, grade) -> {
                            byId.apply(id)
                                    .filter(passage -> passage.lang().equals(question.lang()))
                                    .map(Passage::text)
                                    .ifPresent((grade > 0 ? relevant : negatives)::add);
                        });
        return relevant.stream().map(text -> new Pair(question.text(), text, negatives)).toList();
    }

    private static void addItems(
            String id, String source, Map<Lang, List<Pair>> pairs, List<ParallelItem> items) {
        int most = pairs.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            Map<Lang, Pair> nth = new LinkedHashMap<>();
            for (Map.Entry<Lang, List<Pair>> entry : pairs.entrySet()) {
                if (i < entry.getValue().size()) {
                    nth.put(entry.getKey(), entry.getValue().get(i));
                }
            }
            items.add(new ParallelItem(i == 0 ? id : id + "#" + (i + 1), id, nth, source));
        }
    }
}
