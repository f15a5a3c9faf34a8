package org.isogloss.batch;

import java.util.Map;

/** Each batch in one language. */
public final class Monolingual implements BatchStrategy {
    @Override
    public String id() {
        return "monolingual";
    }

    @Override
    public String name() {
        return "Monolingual";
    }

    @Override
    public String meaning() {
        return "Each batch is in one language, and every language is as likely as the others"
                + " (LAReQA \"X-X-mono\", called \"X-X\" in arXiv 2408.10536).";
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        return Map.of(BatchKind.MONOLINGUAL, 1.0);
    }
}
