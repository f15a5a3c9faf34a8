package org.isogloss.encoder;

/**
 * The numbers of the loss.
 *
 * @param temperature divides cosines
 * @param symmetric whether the loss of finding each question among the batch's questions is
 *     averaged in
 * @param maskMatches whether the matches of {@link TextPairs} are left out of the negatives
 */
public record Contrast(double temperature, boolean symmetric, boolean maskMatches) {}
