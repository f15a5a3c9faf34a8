package org.isogloss.batch;

import java.util.Map;

/** Same-language rows, languages mixed inside the batch. */
public final class Mixed implements BatchStrategy {
    @Override
    public String id() {
        return "mixed";
    }

    @Override
    public String name() {
        return "Mixed";
    }

    @Override
    public String meaning() {
        return "In every row question and answer are in one language, and the languages are mixed"
                + " inside the batch (LAReQA \"X-X\").";
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        return Map.of(BatchKind.MIXED, 1.0);
    }
}
