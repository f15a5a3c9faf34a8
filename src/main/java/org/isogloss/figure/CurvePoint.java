package org.isogloss.figure;

/**
 * One point of a curve.
 *
 * @param x finite
 * @param y finite
 */
public record CurvePoint(double x, double y) {}
