package org.isogloss.corpus.catalogue;

/**
 * Whether a remembered data set is still what it was.
 *
 * @param state what was found
 * @param sentence the finding, with what to do about it
 */
public record Presence(State state, String sentence) {
    /** What can be found. */
    public enum State {
        /** It is there, with the same content. */
        UNCHANGED,
        /** It is there, with other content. */
        CHANGED,
        /** It is not there. */
        MISSING
    }
}
