package org.isogloss.corpus;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which passages answer which question.
 *
 * @param relevant the relevant passages' ids by question id; a question without any is absent
 */
public record Judgments(Map<String, Set<String>> relevant) {
    public Judgments {
        relevant = Map.copyOf(relevant);
    }

    /** The relevant passages' ids of a question; empty if it has none. */
    public Set<String> of(String questionId) {
        return relevant.getOrDefault(questionId, Set.of());
    }

    /** Collects judgments one by one. */
    public static final class Builder {
        private final Map<String, Set<String>> relevant = new LinkedHashMap<>();

        public Builder relevant(String questionId, String passageId) {
            relevant.computeIfAbsent(questionId, id -> new LinkedHashSet<>()).add(passageId);
            return this;
        }

        public Judgments build() {
            return new Judgments(relevant);
        }
    }
}
