package org.isogloss.analysis.bias;

/** A number and its interval. */
public record Estimate(double value, Interval interval) {}
