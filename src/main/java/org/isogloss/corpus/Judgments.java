package org.isogloss.corpus;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which passages answer which question, and how well.
 *
 * @param grades by question id, the grade of each judged passage's id: above 0 it is relevant, the
 *     more the better; 0 or less it was judged and is not, as in trec_eval; a question without
 *     judgments is absent
 */
public record Judgments(Map<String, Map<String, Integer>> grades) {
    public Judgments {
        grades = Map.copyOf(grades);
    }

    /**
     * Judgments that only tell relevant passages, each with grade 1. Questions with the very same
     * set share its memory.
     */
    public static Judgments ofRelevant(Map<String, ? extends Set<String>> relevant) {
        IdentityHashMap<Set<String>, Map<String, Integer>> shared = new IdentityHashMap<>();
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        relevant.forEach(
                (question, ids) ->
                        grades.put(question, shared.computeIfAbsent(ids, Judgments::equallyGood)));
        return new Judgments(grades);
    }

    private static Map<String, Integer> equallyGood(Set<String> ids) {
        Map<String, Integer> grades = new LinkedHashMap<>();
        ids.forEach(id -> grades.put(id, 1));
        return grades;
    }

    /** The relevant passages' ids of a question, in the order they were given; may be empty. */
    public Set<String> of(String questionId) {
        Set<String> relevant = new LinkedHashSet<>();
        grades.getOrDefault(questionId, Map.of())
                .forEach(
                        (passage, grade) -> {
                            if (grade > 0) {
                                relevant.add(passage);
                            }
                        });
        return relevant;
    }

    /** Collects judgments one by one. */
    public static final class Builder {
        private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();

        public Builder relevant(String questionId, String passageId) {
            return grade(questionId, passageId, 1);
        }

        /** Grades a passage; a later grade replaces an earlier one. */
        public Builder grade(String questionId, String passageId, int grade) {
            grades.computeIfAbsent(questionId, id -> new LinkedHashMap<>()).put(passageId, grade);
            return this;
        }

        public Judgments build() {
            return new Judgments(grades);
        }
    }
}
