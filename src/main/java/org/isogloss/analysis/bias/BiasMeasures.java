package org.isogloss.analysis.bias;

import java.util.List;
import java.util.Optional;

/** The bias measures there are. */
public final class BiasMeasures {
    private static final List<BiasMeasure> ALL =
            List.of(
                    new RankDistance(RankDistance.Kind.MEAN),
                    new RankDistance(RankDistance.Kind.MEDIAN),
                    new RankDistance(RankDistance.Kind.TRIMMED),
                    new RankDistance(RankDistance.Kind.LOG),
                    new MaxRank(),
                    new Complete(),
                    new OwnLanguageFirst(),
                    new LanguagePreference(),
                    new SameLanguageBias(),
                    new Exposure(),
                    new Intruders(),
                    new StrongAlignment(),
                    new HomeAdvantage(),
                    new MeanRankCorrelation(),
                    new Peer(),
                    new RankLanguageEffect(),
                    new SameLanguageEffect());

    private BiasMeasures() {}

    /** Every measure, in the order they are shown. */
    public static List<BiasMeasure> all() {
        return ALL;
    }

    /** The measure of a name in files, if there is one. */
    public static Optional<BiasMeasure> byId(String id) {
        return ALL.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }
}
