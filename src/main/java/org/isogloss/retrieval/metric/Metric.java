package org.isogloss.retrieval.metric;

/**
 * A measure of how well one ranking finds what is relevant, from 0 (worst) to 1 (best).
 *
 * <p>To add one, write a class and name it in {@link Metrics}.
 */
public interface Metric {

    /** Its name in files, as trec_eval has it. */
    String id();

    /** Its name in the window. */
    String name();

    /** What it says, in a sentence. */
    String meaning();

    /** The measure of one ranking; 0 if nothing is relevant, as in trec_eval. */
    double value(GradedRanks ranking);
}
