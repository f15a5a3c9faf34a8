package org.isogloss.analysis.bias;

import java.util.List;

/** The bias measures there are. */
public final class BiasMeasures {
    private static final List<BiasMeasure> ALL =
            List.of(new RankDistance(), new OwnLanguageTop1(), new Top10Share());

    private BiasMeasures() {}

    /** Every measure, in the order they are shown. */
    public static List<BiasMeasure> all() {
        return ALL;
    }
}
