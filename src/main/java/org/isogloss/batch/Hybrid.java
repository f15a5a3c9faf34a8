package org.isogloss.batch;

import java.util.List;
import java.util.Map;
import org.isogloss.base.Setting;

/** Each batch monolingual with probability alpha, else cross-lingual. */
public final class Hybrid implements BatchStrategy {
    /** The probability of a monolingual batch. */
    public static final Setting ALPHA =
            new Setting(
                    "alpha",
                    "Monolingual share (α)",
                    "",
                    0,
                    1,
                    0.5,
                    "Probability that a batch is monolingual; otherwise it is cross-lingual. 0.5 is"
                            + " the value of arXiv 2408.10536, section 3.1.");

    @Override
    public String id() {
        return "hybrid";
    }

    @Override
    public String name() {
        return "Hybrid";
    }

    @Override
    public String meaning() {
        return "Each batch is monolingual with probability α and cross-lingual otherwise"
                + " (arXiv 2408.10536, section 2).";
    }

    @Override
    public List<Setting> settings() {
        return List.of(ALPHA);
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        double alpha = parameters.get(ALPHA.id());
        return Map.of(BatchKind.MONOLINGUAL, alpha, BatchKind.CROSS_LINGUAL, 1 - alpha);
    }
}
