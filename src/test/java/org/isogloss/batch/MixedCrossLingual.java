package org.isogloss.batch;

import java.util.List;
import java.util.Map;
import org.isogloss.base.Setting;

/** Each batch mixed with a probability, else cross-lingual. */
public final class MixedCrossLingual implements BatchStrategy {
    private static final Setting SHARE =
            new Setting(
                    "mixedShare",
                    "Mixed share",
                    "",
                    0,
                    1,
                    0.5,
                    "Probability that a batch is mixed; otherwise it is cross-lingual. 0.5 is our"
                            + " choice.");

    @Override
    public String id() {
        return "mixed-cross-lingual";
    }

    @Override
    public String name() {
        return "Mixed and cross-lingual";
    }

    @Override
    public String meaning() {
        return "Each batch is mixed with a probability and cross-lingual otherwise (ours).";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE);
    }

    @Override
    public Map<BatchKind, Double> shares(Map<String, Double> parameters) {
        double share = parameters.get(SHARE.id());
        return Map.of(BatchKind.MIXED, share, BatchKind.CROSS_LINGUAL, 1 - share);
    }
}
