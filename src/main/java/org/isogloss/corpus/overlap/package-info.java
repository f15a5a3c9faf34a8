/**
 * The zero-shot guard: which texts, questions and articles of an evaluation set stand in a training
 * set, exactly or nearly, and what may therefore be said of a score.
 *
 * <p>It must not know of files, formats, models or runs. Place in the line: beside the first arrow,
 * between the corpora a run learns from and the collections it is scored on.
 */
package org.isogloss.corpus.overlap;
