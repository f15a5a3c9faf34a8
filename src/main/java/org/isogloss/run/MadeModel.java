package org.isogloss.run;

/**
 * What a run leaves to be scored.
 *
 * @param step whose weights the model has; 0 if it was not trained
 * @param card what is known of it before it is scored
 */
record MadeModel(int step, ModelCard card) {}
