package org.isogloss.analysis.bias;

/**
 * One part of a decomposition.
 *
 * @param name what it is the effect of
 * @param language the language's tag, or empty
 * @param estimate its size
 */
public record Effect(String name, String language, Estimate estimate) {}
