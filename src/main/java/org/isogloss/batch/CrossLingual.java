package org.isogloss.batch;

import java.util.Map;

/** Every row a question and an answer in two different languages. */
public final class CrossLingual implements BatchStrategy {
    @Override
    public String id() {
        return "cross-lingual";
    }

    @Override
    public String name() {
        return "Cross-lingual";
    }

    @Override
    public String meaning() {
        return "In every row the question is in one language and the answer in another, and every"
                + " ordered pair of languages is as likely as the others (LAReQA \"X-Y\").";
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        return Map.of(BatchKind.CROSS_LINGUAL, 1.0);
    }
}
