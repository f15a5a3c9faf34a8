package org.isogloss.analysis.bias;

/**
 * A measure of language bias, by question language.
 *
 * <p>To add one, write a class and name it in {@link BiasMeasures}.
 */
public interface BiasMeasure {

    /** Which way is fairer. */
    enum Direction {
        /** Less is fairer. */
        LOWER,
        /** More is fairer. */
        HIGHER,
        /** Nearer to 0 is fairer. */
        ZERO
    }

    /** Its name in files. */
    String id();

    /** Its name in the window. */
    String name();

    /** Its unit, or empty. */
    String unit();

    /** Which way is fairer. */
    Direction direction();

    /** What it says, where it comes from and how it misleads. */
    Explanation explanation();

    /** The measure of rankings; NaN where it cannot be told, with a warning that says why. */
    BiasResult of(RankTable table, BiasOptions options);
}
