package org.isogloss.batch;

import java.util.Map;
import org.isogloss.corpus.Lang;

/** Monolingual batches in English alone. */
public final class EnglishOnly implements BatchStrategy {
    @Override
    public String id() {
        return "english-only";
    }

    @Override
    public String name() {
        return "English only";
    }

    @Override
    public String meaning() {
        return "Each batch is in English; the other languages are never seen (LAReQA \"En-En\").";
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        return Map.of(BatchKind.MONOLINGUAL, 1.0);
    }

    @Override
    public boolean admits(Lang question, Lang answer) {
        return english(question) && english(answer);
    }

    private static boolean english(Lang lang) {
        return lang.tag().equals("en") || lang.tag().startsWith("en-");
    }
}
