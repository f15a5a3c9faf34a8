package org.isogloss.run.query;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * Which passages say the same in other languages, as far as a collection's judgments tell: those
 * that are relevant to a translation of a question that the passage is relevant to.
 */
final class ParallelAnswers {
    private final Map<String, Set<String>> answers = new LinkedHashMap<>(); // by parallel id
    private final Map<String, Set<String>> questions = new HashMap<>(); // parallel ids by passage

    ParallelAnswers(TestCollection collection) {
        for (Question question : collection.questions()) {
            for (String passage : collection.judgments().of(question.id())) {
                answers.computeIfAbsent(question.parallelId(), id -> new LinkedHashSet<>())
                        .add(passage);
                questions
                        .computeIfAbsent(passage, id -> new LinkedHashSet<>())
                        .add(question.parallelId());
            }
        }
    }

    /** The passages parallel to one, itself included; of one that answers nothing, it alone. */
    Set<String> of(String passage) {
        Set<String> parallel = new LinkedHashSet<>(Set.of(passage));
        questions.getOrDefault(passage, Set.of()).forEach(id -> parallel.addAll(answers.get(id)));
        return parallel;
    }
}
