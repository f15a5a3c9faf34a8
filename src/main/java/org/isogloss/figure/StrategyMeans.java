package org.isogloss.figure;

import java.util.OptionalDouble;

/**
 * One strategy's macro averages on a collection, as the figures that compare strategies take them.
 *
 * @param name the strategy's name with its parameter
 * @param alpha the share of its batches that are monolingual, 0 to 1; empty where its batches are
 *     neither monolingual nor cross-lingual
 * @param monolingual macro mAP of search within one language
 * @param crossLingual macro mAP of search from one language in another
 * @param multilingual macro mAP of search in one pool of all languages
 * @param rankDistance macro rank distance, in ranks
 */
public record StrategyMeans(
        String name,
        StrategyStyle style,
        OptionalDouble alpha,
        RankDistanceByLanguage.Estimate monolingual,
        RankDistanceByLanguage.Estimate crossLingual,
        RankDistanceByLanguage.Estimate multilingual,
        double rankDistance) {

    /** Its share of monolingual batches as a mark is labelled, or its name where it has none. */
    String label() {
        if (alpha.isEmpty()) {
            return name.replaceFirst("^interpolation ", "mean ");
        }
        double share = alpha.getAsDouble();
        boolean whole = share == Math.rint(share);
        return "α " + (whole ? Numbers.tick(share) : Numbers.decimals(share, 2));
    }

    /** True if another finds no less in either setting and more in one of them. */
    boolean dominatedBy(StrategyMeans other) {
        double across = other.monolingual.value() - monolingual.value();
        double up = other.multilingual.value() - multilingual.value();
        return across >= 0 && up >= 0 && (across > 0 || up > 0);
    }
}
