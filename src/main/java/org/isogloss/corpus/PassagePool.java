package org.isogloss.corpus;

import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * Passages that may be more than fit into memory: each is read when asked for, none is kept, and
 * what a search has to know of them is told without reading their texts.
 *
 * <p>It never changes, so that a {@link TestCollection} holds it without a copy.
 */
public interface PassagePool extends List<Passage>, RandomAccess {
    /** The longest runs of one language, in order; there are few. */
    List<LanguageRun> runs();

    /** Where the passage with an id stands; empty if none has it. */
    OptionalInt position(String id);

    /**
     * Compares two passages' ids by their UTF-8 bytes without sign: less than 0, 0 or more as the
     * first comes before, is or comes after the second.
     */
    int compareIds(int first, int second);

    /** A SHA-256 over everything the pool was made from. */
    String fingerprint();
}
