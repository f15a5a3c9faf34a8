package org.isogloss.analysis.bias;

/**
 * What a reader has to know of a measure before believing it: the text under "What am I seeing?".
 *
 * @param definition what is measured, in a sentence or two
 * @param formula the definition in signs
 * @param source the paper it is from, or "our definition"
 * @param range the least and greatest value, and what a fair ranking has
 * @param trap how it can mislead
 */
public record Explanation(
        String definition, String formula, String source, String range, String trap) {
    /** Says that no paper gives the formula used. */
    public static final String OURS = "Our definition.";
}
