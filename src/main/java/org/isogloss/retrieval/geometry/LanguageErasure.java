package org.isogloss.retrieval.geometry;

import org.isogloss.base.BadInputException;
import org.isogloss.encoder.Vectors;

/**
 * A way to take out of vectors what tells their language, learnt from these vectors alone.
 *
 * <p>Questions and passages are erased each by themselves: a dual encoder with prefixes puts them
 * in different places. Vectors of length 1 have length 1 afterwards. To add one, write a class and
 * name it in {@link LanguageErasures}.
 */
public interface LanguageErasure {

    /** Its name in files and on the command line. */
    String id();

    /** What it does and where it comes from, in a sentence or two. */
    String meaning();

    /** True if it takes out as many directions as it is told. */
    boolean countsDirections();

    /**
     * The vectors without what it takes out.
     *
     * @param directions how many directions to take out, from 1; of no matter where they are not
     *     counted
     * @throws BadInputException if so many directions cannot be found, or nothing is left of a
     *     vector
     */
    Vectors erase(LanguageVectors texts, int directions);
}
