package org.isogloss.analysis;

/**
 * One metric in the three settings, each a mean over languages of means over questions; NaN where
 * there was nothing to measure.
 *
 * @param monolingual mean over languages, questions among candidates of their own language
 * @param crossLingual mean over ordered pairs of different languages, the first's questions among
 *     the second's candidates
 * @param multilingual mean over question languages, questions among the candidates of all
 */
public record SettingMeans(double monolingual, double crossLingual, double multilingual) {}
